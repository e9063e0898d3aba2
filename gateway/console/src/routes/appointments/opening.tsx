import { Alert } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../../components/page';
import { DaysCard } from './days-card';
import { WeekCard } from './week-card';

/** When the station is open: by the weekday, and on each of the coming days. */
export function Component() {
  const { t } = useTranslation();
  const [{ changes, unfit }, setChanged] = useState({ changes: 0, unfit: 0 });
  const done = (unfit: number) => setChanged({ changes: changes + 1, unfit });
  return (
    <Page title={t('appointment.opening')}>
      {unfit > 0 && (
        <Alert
          type="warning"
          showIcon
          role="alert"
          title={t('appointment.nowUnfit', { n: unfit })}
          action={<Link to="/appointments?stand=unfit">{t('appointment.showUnfit')}</Link>}
          style={{ marginBottom: 12 }}
        />
      )}
      {/* A change of the week changes the days as well, so that both are read anew. */}
      <div className="stack" key={changes}>
        <WeekCard done={done} />
        <DaysCard done={done} />
      </div>
    </Page>
  );
}
