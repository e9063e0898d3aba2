import { Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  busy: boolean;
  send: (totp: string) => void;
  back: () => void;
}

/** The six digits of the authenticator. */
export function CodeForm({ busy, send, back }: Props) {
  const { t } = useTranslation();
  return (
    <Form<{ totp: string }>
      layout="vertical"
      onFinish={({ totp }) => send(totp)}
      requiredMark={false}
      disabled={busy}
    >
      <Form.Item
        name="totp"
        label={t('signIn.code')}
        extra={t('signIn.codeHint')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.codeForm') }]}
      >
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="number" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('signIn.enter')}
      </Button>
      <Button type="link" block onClick={back}>
        {t('signIn.back')}
      </Button>
    </Form>
  );
}
