import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

/** The day by which something is to be done, and in words that the day is over. */
export function Due({ of }: { of: { due?: string | null; isOverdue: boolean } }) {
  const { t } = useTranslation();
  return (
    <>
      {of.due ?? '–'} {of.isOverdue && <Tag color="error">{t('application.late')}</Tag>}
    </>
  );
}
