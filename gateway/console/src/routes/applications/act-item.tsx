import { Form, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useAsk } from '../../graphql';
import { RECORDED_ACTS } from './query';

/** An act that is in the register already, among the station's latest; of one kind where that is known. */
export function ActItem({ kind }: { kind?: string }) {
  const { t } = useTranslation();
  const [params] = useSearchParams();
  const precinct = params.get('station') ?? undefined;
  const { data, loading } = useAsk(RECORDED_ACTS, { precinct, kind });
  const options = data?.precinct.acts.nodes.map((act) => ({
    value: act.id,
    label: `${act.number} · ${act.effectiveOn} · ${act.officer}`,
  }));
  return (
    <Form.Item
      name="actId"
      label={t('application.act')}
      rules={[{ required: true, message: t('form.required') }]}
    >
      <Select showSearch={{ optionFilterProp: 'label' }} loading={loading} options={options} />
    </Form.Item>
  );
}
