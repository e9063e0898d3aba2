import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { count } from '../../format';
import { useAsk } from '../../graphql';
import { VERDICT } from './query';

/** Has every hash of the chain computed anew, and says whether anything was changed or is missing (SEC-05). */
export function Verdict() {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState(false);
  const { data, loading, failure, again } = useAsk(VERDICT, {}, !wanted);
  const verdict = data?.precinct.auditVerdict;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!verdict) {
    return (
      <Button loading={loading} onClick={() => setWanted(true)}>
        {t('audit.verify')}
      </Button>
    );
  }
  return (
    <Alert
      type={verdict.intact ? 'success' : 'error'}
      showIcon
      role="status"
      title={
        verdict.intact
          ? t('audit.intact', { entries: count(verdict.entries) })
          : t('audit.broken', { seq: verdict.brokenAt ?? '–' })
      }
    />
  );
}
