import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpeningWindowInput } from '../../gql/graphql';

const NEW: OpeningWindowInput = { opens: '09:00', closes: '12:00', slotMinutes: 30, capacity: 4, walkIns: 1 };
/** As many as the server takes for a day. */
const MOST = 6;
const NUMBERS = [
  { name: 'slotMinutes', min: 10, max: 240 },
  { name: 'capacity', min: 1, max: 100 },
  { name: 'walkIns', min: 0, max: 100 },
] as const;

/** The windows of a day; without any the station is closed. */
export function WindowFields() {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form.List name="windows">
      {(fields, { add, remove }) => (
        <>
          {fields.length === 0 && <p className="quiet">{t('appointment.closed')}</p>}
          {fields.map(({ key, name }) => (
            <div key={key} className="mover">
              {(['opens', 'closes'] as const).map((end) => (
                <Form.Item key={end} name={[name, end]} label={t(`appointment.${end}`)} rules={required}>
                  <Input type="time" className="figures" />
                </Form.Item>
              ))}
              {NUMBERS.map(({ name: number, min, max }) => (
                <Form.Item
                  key={number}
                  name={[name, number]}
                  label={t(`appointment.${number}`)}
                  rules={required}
                >
                  <InputNumber min={min} max={max} precision={0} style={{ width: '100%' }} />
                </Form.Item>
              ))}
              <Button
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('appointment.removeWindow')}
                onClick={() => remove(name)}
              />
            </div>
          ))}
          {fields.length < MOST && (
            <Button icon={<PlusOutlined aria-hidden />} onClick={() => add(NEW)} style={{ marginBottom: 16 }}>
              {t('appointment.addWindow')}
            </Button>
          )}
        </>
      )}
    </Form.List>
  );
}
