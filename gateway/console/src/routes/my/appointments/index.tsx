import { CalendarOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { Day } from '../../../components/appointments/day';
import { AppointmentStateTag } from '../../../components/appointments/state-tag';
import { useStep } from '../../../components/use-step';
import type { MyAppointmentFragment } from '../../../gql/graphql';
import { useAsk } from '../../../graphql';
import { clock } from '../../../station-time';
import { MyPage } from '../page';
import { CANCEL_MY_APPOINTMENT, MY_APPOINTMENTS } from './query';

/** The resident's places at the window, and the way to another one. */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(MY_APPOINTMENTS, {});
  const all = data?.me.appointments.nodes;
  return (
    <MyPage title={t('my.tab.appointments')}>
      <Link to="/my/appointments/new">
        <Button type="primary" size="large" block icon={<CalendarOutlined aria-hidden />} tabIndex={-1}>
          {t('my.book.new')}
        </Button>
      </Link>
      {failure && <FailureNotice failure={failure} again={again} />}
      {!all && !failure && <Loading />}
      {all?.length === 0 && <p className="quiet">{t('my.book.none')}</p>}
      {all?.toReversed().map((one) => (
        <Appointment key={one.id} appointment={one} station={data?.me.precinct} again={again} />
      ))}
    </MyPage>
  );
}

interface Props {
  appointment: MyAppointmentFragment;
  station?: { name: string; addressText?: string | null };
  again: () => void;
}

function Appointment({ appointment: one, station, again }: Props) {
  const { t } = useTranslation();
  const cancel = useStep(CANCEL_MY_APPOINTMENT, again);
  const held = one.state === 'BOOKED';
  return (
    <Card
      size="small"
      title={
        <h2 className="as-text">
          <Day day={one.day} /> {clock(one.startsAt)}–{clock(one.endsAt)}
        </h2>
      }
      extra={<AppointmentStateTag state={one.state} />}
    >
      {held && !one.fits && (
        <Alert type="warning" showIcon title={t('my.book.unfit')} style={{ marginBottom: 8 }} />
      )}
      <div className="line">
        <span className="quiet">{t('appointment.number')}</span>
        <strong className="figures">{one.number}</strong>
      </div>
      <div className="line">
        <span className="quiet">{t('appointment.matter')}</span>
        <span>{t(`appointmentMatter.${one.matter}`)}</span>
      </div>
      {station && (
        <div className="line">
          <span className="quiet">{t('my.station')}</span>
          <span>
            {station.name} {station.addressText}
          </span>
        </div>
      )}
      {held && (
        <Popconfirm
          title={t('my.book.cancelSure')}
          onConfirm={() => void cancel.take({ appointmentId: one.id, expectedVersion: one.version })}
        >
          <Button danger block loading={cancel.busy} style={{ marginTop: 12 }}>
            {t('my.book.cancel')}
          </Button>
        </Popconfirm>
      )}
    </Card>
  );
}
