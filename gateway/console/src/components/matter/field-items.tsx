import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { MatterRowFragment } from '../../gql/graphql';
import { today } from '../../station-time';
import { useFieldChoices, useFieldName } from '../act-field';
import { DayInput } from '../day-input';
import { useCircumstance } from '../use-circumstance';
import { circumstancesAsked, type Field, fieldsOf } from './fields';

/** What is said of a matter: the fields of its act, the circumstances that its papers depend on, and what it is needed for. */
export function MatterItems({ matter }: { matter: MatterRowFragment }) {
  const { t } = useTranslation();
  const circumstance = useCircumstance();
  const asked = circumstancesAsked(matter);
  return (
    <>
      {fieldsOf(matter.code).map((field) => (
        <FieldItem key={field.path.join('.')} field={field} />
      ))}
      {asked.length > 0 && (
        <Form.Item name="circumstances" label={t('application.circumstances')}>
          <Checkbox.Group
            className="column"
            options={asked.map((value) => ({ value, label: circumstance(value) }))}
          />
        </Form.Item>
      )}
      <Form.Item name="neededFor" label={t('application.neededFor')}>
        <Input maxLength={100} placeholder={t('application.neededForHint')} />
      </Form.Item>
      <Form.Item name="neededBy" label={t('application.neededBy')}>
        <DayInput min={today()} />
      </Form.Item>
      <Form.Item name="note" label={t('application.note')}>
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </>
  );
}

function FieldItem({ field: { path, kind } }: { field: Field }) {
  const { t } = useTranslation();
  const name = useFieldName();
  const choices = useFieldChoices()(path);
  const written = kind === 'day' ? <DayInput /> : <Input maxLength={200} />;
  return (
    <Form.Item
      name={['form', ...path]}
      label={name(path)}
      rules={[{ required: true, message: t('form.required') }]}
    >
      {choices ? <Select options={choices} /> : written}
    </Form.Item>
  );
}
