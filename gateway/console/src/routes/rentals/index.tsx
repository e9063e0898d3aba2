import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { usePlace } from '../../components/use-place';
import type { LettingKind, RentalFilter, RentalState } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { PLACES } from '../households/query';
import { RentalDrawer } from './drawer';
import { RENTALS } from './query';
import { RentalTable } from './table';

const PAGE = 50;
const FILTERS = ['beat', 'community', 'state', 'kind'] as const;
const STATES = ['REGISTERED', 'ACTIVE', 'VACANT', 'DEREGISTERED'] as const satisfies readonly RentalState[];
const KINDS = ['WHOLE', 'SHARED', 'DORMITORY', 'SHORT_STAY'] as const satisfies readonly LettingKind[];

/** What is let, to whom it belongs, and when it was last looked at. */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const [opened, setOpened] = useState<string>();
  const places = useAsk(PLACES, {}).data?.precinct;
  const asked = useMemo<RentalFilter>(
    () => ({
      beatId: filter.beat,
      communityId: filter.community,
      state: STATES.find((state) => state === filter.state),
      lettingKind: KINDS.find((kind) => kind === filter.kind),
    }),
    [filter],
  );
  const { data, loading, failure, again } = useAsk(RENTALS, { filter: asked, first: PAGE, after: place.after });
  const page = data?.precinct.rentals;
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name });
  const selects = [
    { name: 'beat', label: t('filter.beat'), options: places?.beats.map(named) },
    { name: 'community', label: t('filter.community'), options: places?.communities.map(named) },
    { name: 'state', label: t('rental.state'), options: STATES.map((s) => ({ value: s, label: t(`rentalState.${s}`) })) },
    { name: 'kind', label: t('rental.kind'), options: KINDS.map((k) => ({ value: k, label: t(`lettingKind.${k}`) })) },
  ] as const;
  return (
    <Page title={t('room.rentals')} personal>
      <div className="bar" role="search" aria-label={t('filter.title')}>
        {selects.map(({ name, label, options }) => (
          <Select<string>
            key={name}
            allowClear
            aria-label={label}
            placeholder={label}
            value={filter[name]}
            options={options}
            onChange={(value?: string) => narrow({ [name]: value })}
            style={{ width: 170 }}
          />
        ))}
      </div>
      {failure && <FailureNotice failure={failure} again={again} />}
      <RentalTable rows={page?.nodes ?? []} loading={loading} open={setOpened} />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
      <RentalDrawer id={opened} close={() => setOpened(undefined)} />
    </Page>
  );
}
