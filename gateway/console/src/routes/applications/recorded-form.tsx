import { Button, Form } from 'antd';
import { useTranslation } from 'react-i18next';
import { ActItem } from './act-item';
import { EXECUTE_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

/** Closes the application by an act of its kind that is in the register already. */
export function RecordedForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(EXECUTE_APPLICATION, props);
  return (
    <Form<{ actId: string }>
      layout="vertical"
      onFinish={({ actId }) => void take({ by: { actId } })}
      requiredMark={false}
    >
      <ActItem kind={props.application.matter.code} />
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.step.execute')}
      </Button>
    </Form>
  );
}
