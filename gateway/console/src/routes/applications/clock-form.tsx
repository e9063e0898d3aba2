import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SuspensionReason } from '../../gql/graphql';
import { RESUME_APPLICATION, SUSPEND_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

const REASONS: readonly SuspensionReason[] = ['INVESTIGATION', 'OTHER_STATION', 'APPRAISAL'];

interface Suspended {
  reasonCode: SuspensionReason;
  reason: string;
}

/** The clock stands for as long as others are at work on it (中止). */
export function SuspendForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(SUSPEND_APPLICATION, props);
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form<Suspended> layout="vertical" onFinish={(values) => void take(values)} requiredMark={false}>
      <Form.Item name="reasonCode" label={t('application.why')} rules={required}>
        <Select options={REASONS.map((value) => ({ value, label: t(`suspensionReason.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('application.reason')} rules={required}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.step.suspend')}
      </Button>
    </Form>
  );
}

/** The clock runs on; the due date moves by the working days that it stood (恢复). */
export function ResumeForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(RESUME_APPLICATION, props);
  return (
    <div className="stack">
      <p>{t('application.resumeSure')}</p>
      <div>
        <Button type="primary" loading={busy} onClick={() => void take({})}>
          {t('application.step.resume')}
        </Button>
      </div>
    </div>
  );
}
