import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Failure, knownCode } from '../failure';

/** What went wrong, in words, with the request id to quote; and another try. */
export function FailureNotice({ failure, again }: { failure: Failure; again?: () => void }) {
  const { t } = useTranslation();
  const id = failure.requestId;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ margin: '12px 0' }}
      title={t(`failure.${knownCode(failure.code)}`)}
      description={
        <>
          {failure.message && <div>{failure.message}</div>}
          {id && (
            <div>
              {t('state.requestId')} <code className="number">{id}</code>
            </div>
          )}
        </>
      }
      action={again && <Button onClick={again}>{t('action.retry')}</Button>}
    />
  );
}
