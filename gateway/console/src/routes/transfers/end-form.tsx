import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { CANCEL_TRANSFER, DECLINE_TRANSFER, REFUSE_TRANSFER } from './changes';
import type { StepProps } from './steps';
import { useTransferStep } from './use-step';

/** The destination does not permit it (不予准迁). */
export function RefuseForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(REFUSE_TRANSFER, props);
  return <Why action={t('transfer.step.refuse')} busy={busy} send={(reason) => void take({ reason })} />;
}

/** The origin does not agree: the move is before the destination again (退回). */
export function DeclineForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(DECLINE_TRANSFER, props);
  return <Why action={t('transfer.step.decline')} busy={busy} send={(reason) => void take({ reason })} />;
}

/** The applicant gives it up, before anybody left (撤销). */
export function CancelForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(CANCEL_TRANSFER, props);
  return <Why action={t('transfer.step.cancel')} busy={busy} send={(reason) => void take({ reason })} />;
}

/** Both stations read the reason; it names nobody. */
function Why({ action, busy, send }: { action: string; busy: boolean; send: (reason: string) => void }) {
  const { t } = useTranslation();
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={({ reason }) => send(reason)} requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('transfer.reason')}
        extra={t('transfer.reasonHint')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={3} maxLength={200} />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {action}
      </Button>
    </Form>
  );
}
