import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

const FORM = /^\d{17}[\dX]$/;

interface Props {
  name: string | (string | number)[];
  label?: string;
  /** Whether somebody may have none, or not know it. */
  optional?: boolean;
}

/** A citizen id number that is typed: its form is looked at here, everything else by the server. */
export function IdNumberItem({ name, label, optional }: Props) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label ?? t('person.idNumber')}
      rules={[{ required: !optional, pattern: FORM, message: t('form.idNumber') }]}
      normalize={(typed: string) => typed.replace(/\s/g, '').toUpperCase() || undefined}
    >
      <Input autoComplete="off" autoCapitalize="characters" maxLength={20} className="number" />
    </Form.Item>
  );
}
