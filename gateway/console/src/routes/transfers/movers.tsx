import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { IdNumberItem } from '../../components/id-number-item';
import { useLabel } from '../../components/use-label';
import type { Relations } from './detail';

/** Who moves: all of them, or nobody (MOV-07). The numbers are in clear while they are typed, and masked once they are filed. */
export function Movers({ relations }: { relations: Relations }) {
  const { t } = useTranslation();
  const label = useLabel();
  const required = [{ required: true, message: t('form.required') }];
  const options = relations.map((one) => ({ value: one.code, label: `${one.code} ${label(one)}` }));
  return (
    <Form.List name="movers">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <div key={key} className="mover">
              <Form.Item name={[name, 'name']} label={t('person.name')} rules={required}>
                <Input maxLength={60} autoComplete="off" />
              </Form.Item>
              <IdNumberItem name={[name, 'idNumber']} />
              <Form.Item name={[name, 'relation']} label={t('transfer.relationThere')} rules={required}>
                <Select showSearch={{ optionFilterProp: 'label' }} options={options} />
              </Form.Item>
              {fields.length > 1 && (
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={t('transfer.removeMover')}
                  onClick={() => remove(name)}
                />
              )}
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})} style={{ marginBottom: 16 }}>
            {t('transfer.addMover')}
          </Button>
        </>
      )}
    </Form.List>
  );
}
