import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FailureNotice } from '../../../components/failure-notice';
import { Loading } from '../../../components/loading';
import { MatterField, SlotFields } from '../../../components/appointments/slot-fields';
import { daysOf, type OpenDay } from '../../../components/appointments/slots';
import { useStep } from '../../../components/use-step';
import type { BookAppointmentInput } from '../../../gql/graphql';
import { useAsk } from '../../../graphql';
import { MyPage } from '../page';
import { BOOK_MY_APPOINTMENT, MY_SLOTS } from './query';

/** A day, a time, and what for; evenings and Saturdays are as the station keeps them. */
export function Component() {
  const { t } = useTranslation();
  const { data, failure, again } = useAsk(MY_SLOTS, {});
  const days = data && daysOf(data.me.precinct);
  return (
    <MyPage title={t('my.book.new')} back="/my/appointments">
      {failure && <FailureNotice failure={failure} again={again} />}
      {!days && !failure && <Loading />}
      {days && <Choice days={days} again={again} />}
    </MyPage>
  );
}

function Choice({ days, again }: { days: readonly OpenDay[]; again: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { take, busy } = useStep(BOOK_MY_APPOINTMENT, (data) =>
    data ? void navigate('/my/appointments') : again(),
  );
  return (
    <Form<BookAppointmentInput>
      layout="vertical"
      size="large"
      onFinish={(values) => void take(values)}
      requiredMark={false}
      disabled={busy}
    >
      <MatterField />
      <SlotFields days={days} />
      <Button
        type="primary"
        htmlType="submit"
        block
        loading={busy}
        disabled={days.every(({ free }) => free === 0)}
      >
        {t('my.book.send')}
      </Button>
    </Form>
  );
}
