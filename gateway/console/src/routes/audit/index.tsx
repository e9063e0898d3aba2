import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { usePlace } from '../../components/use-place';
import type { AuditFilter } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { AuditFilters, FILTERS, RESULTS } from './filters';
import { AUDIT_TRAIL } from './query';
import { AuditTable } from './table';
import { Verdict } from './verdict';
import { WhoSaw } from './who-saw';

const PAGE = 50;

/** Who did what, when, from where and what for (SEC-06); and who saw a person (PRV-21). */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const asked = useMemo<AuditFilter>(
    () => ({
      function: filter.function,
      result: RESULTS.find((result) => result === filter.result),
      from: filter.from,
      to: filter.to,
    }),
    [filter],
  );
  const { data, loading, failure, again } = useAsk(AUDIT_TRAIL, { filter: asked, first: PAGE, after: place.after });
  const page = data?.precinct.auditTrail;
  return (
    <Page title={t('room.audit')} hint={t('audit.hint')} personal extra={<Tools />}>
      <AuditFilters filter={filter} narrow={narrow} />
      {failure && <FailureNotice failure={failure} again={again} />}
      <AuditTable rows={page?.nodes ?? []} loading={loading} />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
    </Page>
  );
}

function Tools() {
  return (
    <div className="bar">
      <Verdict />
      <WhoSaw />
    </div>
  );
}
