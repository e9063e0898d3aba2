import { Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFieldChoices, useFieldName } from '../../components/act-field';
import { formOf, leavesOf } from './form-leaves';

/** The form of the act as it was filled in. */
export function FormFacts({ text }: { text: string }) {
  const { t } = useTranslation();
  const name = useFieldName();
  const choices = useFieldChoices();
  const leaves = leavesOf(formOf(text)).filter(({ path }) => path.at(-1) !== 'expectedVersion');
  if (leaves.length === 0) return <p className="quiet">{t('application.formEmpty')}</p>;
  const items = leaves.map(({ path, value }) => ({
    key: path.join('.'),
    label: name(path),
    children: choices(path)?.find((choice) => choice.value === value)?.label ?? String(value),
  }));
  return (
    <>
      <h3 className="section">{t('application.form')}</h3>
      <Descriptions
        size="small"
        column={1}
        items={items}
        styles={{ label: { width: 112 } }}
        className="figures wrap"
      />
    </>
  );
}
