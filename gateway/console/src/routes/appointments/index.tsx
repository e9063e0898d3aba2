import { Button, DatePicker, Segmented, Space } from 'antd';
import dayjs from 'dayjs';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { StepDialog } from '../../components/step-dialog';
import { usePlace } from '../../components/use-place';
import type { AppointmentFilter } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { today } from '../../station-time';
import { may, useViewer } from '../../viewer';
import { DayWindows } from './day-windows';
import { APPOINTMENTS } from './query';
import { AppointmentTable } from './table';
import { WalkInForm } from './walk-in-form';

const PAGE = 100;
const FILTERS = ['day', 'stand'] as const;
/** Of a day everybody, or who is still to be served; of all days who lost his place when the hours were changed. */
const STANDS = ['all', 'open', 'unfit'] as const;
type Stand = (typeof STANDS)[number];

/** The day at the window: who comes in which slot, who is here, who has been served. */
export function Component() {
  const { t } = useTranslation();
  const prepares = may(useViewer(), 'APPOINTMENTS', 'PREPARE');
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const day = filter.day ?? today();
  const stand: Stand = STANDS.find((one) => one === filter.stand) ?? 'all';
  const asked = useMemo(() => askedOf(stand, day), [stand, day]);
  const { data, loading, failure, again } = useAsk(APPOINTMENTS, { filter: asked, first: PAGE, after: place.after });
  const [walkIn, setWalkIn] = useState(false);
  const page = data?.precinct.appointments;
  const taken = () => {
    setWalkIn(false);
    again();
  };
  return (
    <Page
      personal
      title={t('room.appointments')}
      extra={
        <Space wrap>
          {prepares && (
            <>
              <Button type="primary" onClick={() => setWalkIn(true)}>
                {t('appointment.walkIn')}
              </Button>
              <Link to="/appointments/new">
                <Button tabIndex={-1}>{t('appointment.book')}</Button>
              </Link>
            </>
          )}
          <Link to="/appointments/opening">
            <Button tabIndex={-1}>{t('appointment.opening')}</Button>
          </Link>
        </Space>
      }
    >
      <div className="bar">
        <DatePicker
          aria-label={t('appointment.dayOf')}
          allowClear={false}
          value={dayjs(day)}
          disabled={stand === 'unfit'}
          onChange={(next) => narrow({ day: next?.format('YYYY-MM-DD') })}
        />
        <Segmented<Stand>
          value={stand}
          onChange={(next) => narrow({ stand: next === 'all' ? undefined : next })}
          options={STANDS.map((value) => ({ value, label: t(`appointment.stand.${value}`) }))}
        />
      </div>
      {failure && <FailureNotice failure={failure} again={again} />}
      {stand === 'unfit' ? (
        <AppointmentTable dated rows={page?.nodes} loading={loading} again={again} />
      ) : (
        <DayWindows day={day} rows={page?.nodes} loading={loading} again={again} />
      )}
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
      <StepDialog title={walkIn ? t('appointment.walkIn') : undefined} close={() => setWalkIn(false)}>
        <WalkInForm done={taken} />
      </StepDialog>
    </Page>
  );
}

function askedOf(stand: Stand, day: string): AppointmentFilter {
  if (stand === 'unfit') return { unfit: true };
  return stand === 'open' ? { day, states: ['BOOKED', 'CHECKED_IN'] } : { day };
}
