import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { WITHDRAW_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

/** The applicant takes it back, before it is approved (撤回); why, if he says. */
export function WithdrawForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(WITHDRAW_APPLICATION, props);
  return (
    <Form<{ reason?: string }> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item name="reason" label={t('application.withdrawWhy')} extra={t('assistTask.noPersonal')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {t('application.step.withdraw')}
      </Button>
    </Form>
  );
}
