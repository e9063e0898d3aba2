import { Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AsOf, NOW, type View } from '../../components/as-of';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { NotFound } from '../../components/not-found';
import { Page } from '../../components/page';
import { useAsk } from '../../graphql';
import { AddressHistory } from './address-history';
import { Header } from './header';
import { History } from './history';
import { Members } from './members';
import { HOUSEHOLD } from './query';

/** One household: who belongs to it, on the day and to the knowledge asked for, and how it came to be. */
export function Component() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [view, setView] = useState<View>(NOW);
  const { data, loading, failure, again } = useAsk(HOUSEHOLD, { id, asOf: view.asOf, knownAt: view.knownAt });
  const household = data?.precinct.household;
  if (failure?.code === 'NOT_FOUND' || (data && !household)) return <NotFound />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!household) return <Loading />;
  return (
    <Page
      title={t('household.title', { number: household.number })}
      extra={<AsOf view={view} change={setView} />}
      personal
    >
      <div className="stack">
        <Header household={household} />
        <Card title={<h2 className="as-text">{t('household.members')}</h2>} size="small">
          <Members members={household.members} loading={loading} />
        </Card>
        <div className="halves">
          <Card title={<h2 className="as-text">{t('household.history')}</h2>} size="small">
            <History entries={household.history} />
          </Card>
          <Card title={<h2 className="as-text">{t('household.addressHistory')}</h2>} size="small">
            <AddressHistory entries={household.addressHistory} />
          </Card>
        </div>
      </div>
    </Page>
  );
}
