import { Button, Checkbox, DatePicker, Form, Input, InputNumber, Select } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useFieldChoices, useFieldName } from '../../components/act-field';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import type { Purpose } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { EXECUTE_APPLICATION } from './changes';
import { completed, registerForm } from './execution';
import { formOf, type Leaf, leavesOf } from './form-leaves';
import { SEEN } from './query';
import { ReadFirst } from './read-first';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

/** Reads the form that was filled in, for a purpose, and performs it once it is checked. */
export function PerformForm(props: StepProps) {
  const { t } = useTranslation();
  return (
    <ReadFirst applicationId={props.application.id} why={t('application.readForm')}>
      {(clear, purpose) => <Completed {...props} text={clear.form} purpose={purpose} />}
    </ReadFirst>
  );
}

/** Adds the person and the household in the versions that they have now (REG-19). */
function Completed({ text, purpose, ...props }: StepProps & { text: string; purpose: Purpose }) {
  const { subjectId, householdId, matter } = props.application;
  const [params] = useSearchParams();
  const { data, failure, again } = useAsk(SEEN, {
    precinct: params.get('station') ?? undefined,
    person: subjectId ?? '',
    household: householdId ?? '',
    purpose,
    withPerson: Boolean(subjectId),
    withHousehold: Boolean(householdId),
  });
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!data) return <Loading />;
  const { person, household } = data.precinct;
  const about = { person: person ?? undefined, household: household ?? undefined };
  return <Filled {...props} filled={completed(matter.code, formOf(text), about)} />;
}

interface Values {
  effectiveOn?: Dayjs;
  form?: Record<string, unknown>;
}

function Filled({ filled, ...props }: StepProps & { filled: Record<string, unknown> }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const { take, busy } = useApplicationStep(EXECUTE_APPLICATION, props);
  const { code } = props.application.matter;
  if (!registerForm(code, filled)) return <p className="quiet">{t('application.formEmpty')}</p>;
  const perform = () => {
    // The whole store: ids have no field on the screen.
    const values = form.getFieldsValue(true) as Values;
    const by = registerForm(code, values.form ?? {});
    if (by) void take({ by: { form: by }, effectiveOn: values.effectiveOn?.format('YYYY-MM-DD') });
  };
  return (
    <Form
      form={form}
      layout="vertical"
      initialValues={{ form: filled }}
      onFinish={perform}
      requiredMark={false}
    >
      {leavesOf(filled).map((leaf) => (
        <Field key={leaf.path.join('.')} leaf={leaf} />
      ))}
      <Form.Item
        name="effectiveOn"
        label={t('application.effectiveOn')}
        extra={t('application.effectiveOnHint')}
      >
        <DatePicker />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={busy}>
        {t('application.step.execute')}
      </Button>
    </Form>
  );
}

function Field({ leaf: { path, value } }: { leaf: Leaf }) {
  const name = useFieldName();
  const choices = useFieldChoices();
  const at = ['form', ...path];
  if (typeof value === 'boolean') {
    return (
      <Form.Item name={at} valuePropName="checked">
        <Checkbox>{name(path)}</Checkbox>
      </Form.Item>
    );
  }
  const options = choices(path);
  return (
    <Form.Item name={at} label={name(path)}>
      {options ? <Select options={options} /> : typeof value === 'number' ? <InputNumber /> : <Input />}
    </Form.Item>
  );
}
