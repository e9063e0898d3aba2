import { Button, Card, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { SlotFields } from '../../components/appointments/slot-fields';
import { daysOf, type OpenDay } from '../../components/appointments/slots';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { Page } from '../../components/page';
import { useStep } from '../../components/use-step';
import type { BookAppointmentInput } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { BOOK_APPOINTMENT } from './changes';
import { STATION_SLOTS } from './query';
import { VisitorFields } from './visitor-fields';

/** A place for somebody who has no telephone to take one himself (APT-03). */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(STATION_SLOTS, {});
  const days = data && daysOf(data.precinct);
  return (
    <Page title={t('appointment.book')} personal>
      {failure && <FailureNotice failure={failure} again={again} />}
      {!days && !failure && <Loading />}
      {days && (
        <Card size="small" style={{ maxWidth: 860 }}>
          <BookForm days={days} again={again} />
        </Card>
      )}
    </Page>
  );
}

function BookForm({ days, again }: { days: readonly OpenDay[]; again: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { take, busy } = useStep(BOOK_APPOINTMENT, (data) => {
    const booked = data?.bookAppointment.appointment;
    if (booked) void navigate(`/appointments?day=${booked.day}`);
    else again();
  });
  return (
    <Form<BookAppointmentInput>
      layout="vertical"
      onFinish={(values) => void take(values)}
      requiredMark={false}
      disabled={busy}
    >
      <VisitorFields />
      <SlotFields days={days} />
      <Button
        type="primary"
        htmlType="submit"
        loading={busy}
        disabled={days.every(({ free }) => free === 0)}
      >
        {t('appointment.book')}
      </Button>
    </Form>
  );
}
