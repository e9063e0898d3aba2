import { Alert, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { AsOf, NOW, type View } from '../../components/as-of';
import { FailureNotice } from '../../components/failure-notice';
import { Loading } from '../../components/loading';
import { NotFound } from '../../components/not-found';
import { Page } from '../../components/page';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
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
  const acts = may(useViewer(), 'ACTS');
  const { data, loading, failure, again } = useAsk(HOUSEHOLD, {
    id,
    asOf: view.asOf,
    knownAt: view.knownAt,
    acts,
  });
  const household = data?.precinct.household;
  const past = view.asOf ?? view.knownAt;
  const missing = failure?.code === 'NOT_FOUND' || (data && !household);
  if (missing && past) return <NotYet view={view} change={setView} />;
  if (missing) return <NotFound />;
  if (failure) return <FailureNotice failure={failure} again={again} />;
  if (!household) return <Loading />;
  return (
    <Page
      title={t('household.title', { number: household.number })}
      extra={<AsOf view={view} change={setView} />}
      personal
    >
      <div className="stack">
        {view.asOf && (
          <Alert type="info" showIcon role="status" title={t('household.asOf', { day: view.asOf })} />
        )}
        <Header household={household} />
        <Card title={<h2 className="as-text">{t('household.members')}</h2>} size="small">
          <Members members={household.members} loading={loading} />
        </Card>
        <div className="halves">
          <Card title={<h2 className="as-text">{t('household.history')}</h2>} size="small">
            <History read={data} view={view} change={setView} />
          </Card>
          <Card title={<h2 className="as-text">{t('household.addressHistory')}</h2>} size="small">
            <AddressHistory entries={household.addressHistory} />
          </Card>
        </div>
      </div>
    </Page>
  );
}

/** Before it was established or known there is no household to show, but a way back to the present. */
function NotYet({ view, change }: { view: View; change: (next: View) => void }) {
  const { t } = useTranslation();
  return (
    <Page title={t('household.notYet')} extra={<AsOf view={view} change={change} />}>
      <p className="quiet">{t('household.notYetHint')}</p>
    </Page>
  );
}
