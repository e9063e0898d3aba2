import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Credentials } from './use-change';

/** What the holder gets on paper: shown once, selected at a click. */
export function HandOver({ credentials, done }: { credentials: Credentials; done: () => void }) {
  const { t } = useTranslation();
  const lines = [
    { key: 'password', label: t('signIn.password'), value: credentials.password },
    { key: 'secret', label: t('account.secondFactor'), value: credentials.secondFactor?.secret },
    { key: 'url', label: t('account.secondFactorUrl'), value: credentials.secondFactor?.url },
  ].filter((line) => line.value);
  return (
    <Form layout="vertical">
      <Alert type="warning" showIcon title={t('account.once')} style={{ marginBottom: 12 }} />
      {lines.map(({ key, label, value }) => (
        <Form.Item key={key} label={label} htmlFor={`hand-over-${key}`}>
          <Input
            id={`hand-over-${key}`}
            readOnly
            className="number"
            value={value ?? ''}
            onFocus={(event) => event.target.select()}
          />
        </Form.Item>
      ))}
      <Button type="primary" onClick={done}>
        {t('secret.kept')}
      </Button>
    </Form>
  );
}
