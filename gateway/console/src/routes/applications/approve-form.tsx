import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { APPROVE_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

interface Values {
  reason?: string;
  reference?: string;
}

/** The decision of the level whose turn it is; the city's is recorded by the number of its letter. */
export function ApproveForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(APPROVE_APPLICATION, props);
  const level = props.application.nextLevel ?? 'STATION';
  return (
    <Form<Values> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <p>{t(`approvalLevel.decides.${level}`)}</p>
      {level === 'CITY' && (
        <Form.Item
          name="reference"
          label={t('application.reference')}
          rules={[{ required: true, message: t('form.required') }]}
        >
          <Input maxLength={60} />
        </Form.Item>
      )}
      <Form.Item name="reason" label={t('application.remarks')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.step.approve')}
      </Button>
    </Form>
  );
}
