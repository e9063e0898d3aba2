import { Alert, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { Brand } from '../../components/brand';
import { LanguageSwitch } from '../../components/language-switch';
import { type Credentials, type Refusal, signIn } from '../../session';
import { CodeForm } from './code-form';
import { PasswordForm } from './password-form';

/** Only a path of our own is followed after sign-in. */
function destination(state: unknown): string {
  const from: unknown = typeof state === 'object' && state && 'from' in state ? state.from : undefined;
  return typeof from === 'string' && /^\/(?!\/)/.test(from) ? from : '/';
}

/** Whether a session ended under the viewer's hands. */
function endedBefore(state: unknown): boolean {
  return typeof state === 'object' && state !== null && 'ended' in state && state.ended === true;
}

/** Two steps: what you know, then what you hold. */
export function SignIn() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const location = useLocation();
  const [first, setFirst] = useState<Credentials>();
  const [refusal, setRefusal] = useState<Refusal>();
  const [busy, setBusy] = useState(false);

  const attempt = async (credentials: Credentials) => {
    setBusy(true);
    setRefusal(undefined);
    const refused = await signIn(credentials);
    setBusy(false);
    if (!refused) return void navigate(destination(location.state), { replace: true });
    if (refused === 'TOTP_REQUIRED') setFirst(credentials);
    else setRefusal(refused);
  };
  const back = () => {
    setFirst(undefined);
    setRefusal(undefined);
  };

  return (
    <div className="sign-in">
      <main>
        <div className="sign-in-head">
          <h1 className="as-text">
            <Brand />
          </h1>
          <LanguageSwitch />
        </div>
        <Card title={<h2 className="as-text">{t(first ? 'signIn.second' : 'signIn.first')}</h2>}>
          {!refusal && !first && endedBefore(location.state) && (
            <Alert type="info" showIcon style={{ marginBottom: 16 }} title={t('signIn.ended')} />
          )}
          {refusal && (
            <Alert
              type="error"
              showIcon
              role="alert"
              style={{ marginBottom: 16 }}
              title={t(`signIn.refused.${refusal}`)}
            />
          )}
          {first ? (
            <CodeForm busy={busy} send={(totp) => void attempt({ ...first, totp })} back={back} />
          ) : (
            <PasswordForm busy={busy} send={(credentials) => void attempt(credentials)} />
          )}
        </Card>
        <p className="quiet">{t('signIn.notice')}</p>
      </main>
    </div>
  );
}
