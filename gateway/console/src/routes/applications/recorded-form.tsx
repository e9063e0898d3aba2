import { Button, Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAsk } from '../../graphql';
import { EXECUTE_APPLICATION } from './changes';
import { RECORDED_ACTS } from './query';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

/** Closes the application by an act of its kind that is in the register already. */
export function RecordedForm(props: StepProps) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const { take, busy } = useApplicationStep(EXECUTE_APPLICATION, props);
  const precinct = params.get('station') ?? undefined;
  const { data, loading } = useAsk(RECORDED_ACTS, { precinct, kind: props.application.matter.code });
  const options = data?.precinct.acts.nodes.map((act) => ({
    value: act.id,
    label: `${act.number} · ${act.effectiveOn} · ${act.officer}`,
  }));
  return (
    <Form<{ actId: string }>
      layout="vertical"
      onFinish={({ actId }) => void take({ by: { actId } })}
      requiredMark={false}
    >
      <Form.Item
        name="actId"
        label={t('application.act')}
        rules={[{ required: true, message: t('form.required') }]}
      >
        <Select showSearch={{ optionFilterProp: 'label' }} loading={loading} options={options} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.step.execute')}
      </Button>
    </Form>
  );
}
