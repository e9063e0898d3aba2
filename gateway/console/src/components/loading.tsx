import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';

/** Something is being read; quiet, because it mostly lasts a blink. */
export function Loading() {
  const { t } = useTranslation();
  return (
    <div className="loading">
      <Spin description={t('state.loading')} delay={150} />
    </div>
  );
}
