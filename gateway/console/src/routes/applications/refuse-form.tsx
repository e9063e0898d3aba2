import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RefusalReason } from '../../gql/graphql';
import { REFUSE_APPLICATION, REJECT_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

const REASONS: readonly RefusalReason[] = ['NOT_OURS', 'NOT_ELIGIBLE', 'NOT_AN_ITEM'];

interface Refused {
  reasonCode: RefusalReason;
  reason: string;
  redirectTo?: string;
}

/** Not ours, or not to be had (不予受理): with the reason, and who is competent instead. */
export function RefuseForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(REFUSE_APPLICATION, props);
  const [form] = Form.useForm<Refused>();
  const why = Form.useWatch('reasonCode', form);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form form={form} layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item name="reasonCode" label={t('application.why')} rules={required}>
        <Select options={REASONS.map((value) => ({ value, label: t(`refusalReason.${value}`) }))} />
      </Form.Item>
      {why === 'NOT_OURS' && (
        <Form.Item name="redirectTo" label={t('application.redirectTo')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('application.reason')} rules={required}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {t('application.step.refuse')}
      </Button>
    </Form>
  );
}

/** Decided against (不予批准), with written reasons that the applicant reads. */
export function RejectForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(REJECT_APPLICATION, props);
  return (
    <Form<{ reason: string }> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item
        name="reason"
        label={t('application.reason')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Input.TextArea rows={4} maxLength={500} />
      </Form.Item>
      <Button danger type="primary" htmlType="submit" loading={busy}>
        {t('application.step.reject')}
      </Button>
    </Form>
  );
}
