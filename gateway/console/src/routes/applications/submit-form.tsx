import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { SUBMIT_APPLICATION } from './changes';
import type { StepProps } from './steps';
import { useApplicationStep } from './use-step';

/** It is filed, or filed again: from then on it is followed by its number (提交). */
export function SubmitForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useApplicationStep(SUBMIT_APPLICATION, props);
  return (
    <div className="stack">
      <p>{t('application.submitSure')}</p>
      <div>
        <Button type="primary" loading={busy} onClick={() => void take({})}>
          {t('application.step.submit')}
        </Button>
      </div>
    </div>
  );
}
