import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Credentials } from '../../session';

interface Props {
  busy: boolean;
  send: (credentials: Credentials) => void;
}

/** Login and password. */
export function PasswordForm({ busy, send }: Props) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('form.required') }];
  return (
    <Form<Credentials> layout="vertical" onFinish={send} requiredMark={false} disabled={busy}>
      <Form.Item name="login" label={t('signIn.login')} rules={required}>
        <Input autoFocus autoComplete="username" autoCapitalize="none" spellCheck={false} />
      </Form.Item>
      <Form.Item name="password" label={t('signIn.password')} rules={required}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('signIn.next')}
      </Button>
    </Form>
  );
}
