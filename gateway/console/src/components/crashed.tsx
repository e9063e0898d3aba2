import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/** A fault of the console itself; reloading starts afresh. */
export function Crashed() {
  const { t } = useTranslation();
  return (
    <main>
      <Result
        status="error"
        title={<h1 className="as-text">{t('state.crashed')}</h1>}
        subTitle={t('state.crashedHint')}
        extra={
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('action.reload')}
          </Button>
        }
      />
    </main>
  );
}
