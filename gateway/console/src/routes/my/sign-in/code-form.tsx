import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { soon, useVanishing } from '../../../components/use-vanishing';

/** How long a number waits for another code, as the server has it. */
const AGAIN_SECONDS = 60;

interface Props {
  busy: boolean;
  phone: string;
  again: () => void;
  send: (code: string) => void;
  back: () => void;
}

/** The six digits that were sent. */
export function CodeForm({ busy, phone, again, send, back }: Props) {
  const { t } = useTranslation();
  const [until, setUntil] = useState(() => soon(AGAIN_SECONDS));
  const left = useVanishing(until);
  const resend = () => {
    setUntil(soon(AGAIN_SECONDS));
    again();
  };
  return (
    <Form<{ code: string }>
      layout="vertical"
      size="large"
      onFinish={({ code }) => send(code)}
      requiredMark={false}
      disabled={busy}
    >
      <p className="quiet">{t('my.codeSent', { phone })}</p>
      <Form.Item
        name="code"
        label={t('my.code')}
        rules={[{ required: true, pattern: /^\d{6}$/, message: t('signIn.codeForm') }]}
      >
        <Input autoFocus inputMode="numeric" autoComplete="one-time-code" maxLength={6} className="number" />
      </Form.Item>
      <Button type="primary" htmlType="submit" block loading={busy}>
        {t('my.enter')}
      </Button>
      <div className="my-row">
        <Button type="link" onClick={back}>
          {t('my.otherPhone')}
        </Button>
        <Button type="link" disabled={left > 0 || busy} onClick={resend}>
          {left > 0 ? t('my.againIn', { seconds: left }) : t('my.again')}
        </Button>
      </div>
    </Form>
  );
}
