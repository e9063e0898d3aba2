import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSeenStep } from '../../components/use-step';
import type { AppointmentRowFragment } from '../../gql/graphql';
import { CANCEL_APPOINTMENT } from './changes';
import { seen } from './states';

interface Props {
  appointment: AppointmentRowFragment;
  done: () => void;
}

/** Gives the place back; the seat is free for somebody else at once. */
export function CancelForm({ appointment, done }: Props) {
  const { t } = useTranslation();
  const { take, busy } = useSeenStep(CANCEL_APPOINTMENT, seen(appointment), done);
  return (
    <Form<{ reason?: string }> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item name="reason" label={t('appointment.reason')} extra={t('appointment.reasonHint')}>
        <Input.TextArea rows={2} maxLength={200} />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {t('appointment.step.cancel')}
      </Button>
    </Form>
  );
}
