import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { MatterField } from '../../components/appointments/slot-fields';

/** Who comes and what for; a telephone is somebody's who reaches him, and nobody has to have one (APT-03). */
export function VisitorFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name={['visitor', 'name']}
        label={t('person.name')}
        rules={[{ required: true, whitespace: true, message: t('form.required') }]}
      >
        <Input maxLength={60} autoComplete="off" />
      </Form.Item>
      <Form.Item
        name={['visitor', 'phone']}
        label={t('person.phone')}
        extra={t('appointment.phoneHint')}
        normalize={(typed: string) => typed.trim() || undefined}
      >
        <Input maxLength={20} autoComplete="off" inputMode="tel" className="number" />
      </Form.Item>
      <MatterField />
      <Form.Item name="note" label={t('appointment.note')}>
        <Input maxLength={200} />
      </Form.Item>
    </>
  );
}
