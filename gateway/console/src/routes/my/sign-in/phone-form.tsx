import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

/** The telephone number. */
export function PhoneForm({ busy, send }: { busy: boolean; send: (phone: string) => void }) {
  const { t } = useTranslation();
  return (
    <Form<{ phone: string }>
      layout="vertical"
      size="large"
      onFinish={({ phone }) => send(phone.trim())}
      requiredMark={false}
      disabled={busy}
    >
      <Form.Item
        name="phone"
        label={t('my.phone')}
        rules={[{ required: true, pattern: /^\s*1\d{10}\s*$/, message: t('my.phoneForm') }]}
      >
        <Input autoFocus inputMode="tel" autoComplete="tel-national" maxLength={13} className="number" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('my.sendCode')}
      </Button>
    </Form>
  );
}
