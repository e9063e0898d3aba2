import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { usePlace } from '../../components/use-place';
import type { HouseholdFilter, HouseholdState } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { Count } from './count';
import { Filters, FILTERS } from './filters';
import { HOUSEHOLDS } from './query';
import { HouseholdTable } from './table';

const PAGE = 50;
const STATES: readonly string[] = ['ACTIVE', 'CLOSED'];

/** The ledger of households, page by page. */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const asked = useMemo<HouseholdFilter>(
    () => ({
      beatId: filter.beat,
      communityId: filter.community,
      buildingId: filter.building,
      numberPrefix: filter.number,
      state: STATES.includes(filter.state ?? '') ? (filter.state as HouseholdState) : undefined,
    }),
    [filter],
  );
  const { data, loading, failure, again } = useAsk(HOUSEHOLDS, { filter: asked, first: PAGE, after: place.after });
  const page = data?.precinct.households;
  return (
    <Page
      title={t('room.households')}
      hint={t('households.keys')}
      extra={<Count key={JSON.stringify(asked)} filter={asked} />}
      personal
    >
      <Filters filter={filter} narrow={narrow} />
      {failure ? (
        <FailureNotice failure={failure} again={again} />
      ) : (
        <>
          <HouseholdTable rows={page?.nodes ?? []} loading={loading} />
          <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
        </>
      )}
    </Page>
  );
}
