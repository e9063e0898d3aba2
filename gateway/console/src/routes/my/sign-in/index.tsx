import { Alert, Card } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { LanguageSwitch } from '../../../components/language-switch';
import {
  type PhoneCredentials,
  type PhoneRefusal,
  requestCode,
  signInByPhone,
  type Welcome,
  welcome,
} from '../../../resident-session';
import { CodeForm } from './code-form';
import { NoticeForm } from './notice-form';
import { PhoneForm } from './phone-form';
import { StationForm } from './station-form';

/** What the server asked for beside the code. */
const FURTHER = { NOTICE_REQUIRED: 'notice', STATION_REQUIRED: 'station' } as const;
type Step = 'phone' | 'code' | (typeof FURTHER)[keyof typeof FURTHER];

/** The residents' door: a telephone, a code sent to it, and the first time the notice and a station (IDN-11, PRV-28). */
export function Component() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [step, setStep] = useState<Step>('phone');
  const [given, setGiven] = useState<PhoneCredentials>({ phone: '', code: '' });
  const [refusal, setRefusal] = useState<PhoneRefusal>();
  const [busy, setBusy] = useState(false);
  const [first, setFirst] = useState<Welcome>();
  useEffect(() => void welcome().then(setFirst), []);
  useEffect(() => {
    document.title = t('my.app');
  }, [t]);

  const ask = async (phone: string) => {
    setBusy(true);
    const refused = await requestCode(phone);
    setBusy(false);
    setRefusal(refused);
    setGiven({ phone, code: '' });
    if (!refused) setStep('code');
  };
  const enter = async (more: Partial<PhoneCredentials>) => {
    const credentials = { ...given, ...more };
    setBusy(true);
    const refused = await signInByPhone(credentials);
    setBusy(false);
    setGiven(credentials);
    if (!refused) return void navigate('/my', { replace: true });
    if (refused === 'NOTICE_REQUIRED' || refused === 'STATION_REQUIRED') {
      setRefusal(undefined);
      setStep(FURTHER[refused]);
      return;
    }
    setRefusal(refused);
    if (refused === 'CODE_WRONG') setStep('code');
  };

  return (
    <div className="my my-door">
      <header className="my-head">
        <span />
        <LanguageSwitch />
      </header>
      <main className="my-main">
        <div className="my-hero">
          <img src="/favicon.svg" alt="" />
          <h1>{t('my.app')}</h1>
          <p className="quiet">{t('my.welcome')}</p>
        </div>
        <Card title={<h2 className="as-text">{t(`my.step.${step}`)}</h2>}>
          {refusal && (
            <Alert
              type="error"
              showIcon
              role="alert"
              style={{ marginBottom: 16 }}
              title={t(`my.refused.${refusal}`)}
            />
          )}
          {step === 'phone' && <PhoneForm busy={busy} send={(phone) => void ask(phone)} />}
          {step === 'code' && (
            <CodeForm
              busy={busy}
              phone={given.phone}
              again={() => void ask(given.phone)}
              send={(code) => void enter({ code })}
              back={() => setStep('phone')}
            />
          )}
          {step === 'notice' && first && (
            <NoticeForm busy={busy} notice={first.notice} accept={(notice) => void enter({ notice })} />
          )}
          {step === 'station' && first && (
            <StationForm
              busy={busy}
              stations={first.stations}
              choose={(station) => void enter({ station })}
            />
          )}
        </Card>
      </main>
    </div>
  );
}
