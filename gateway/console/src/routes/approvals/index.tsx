import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../components/listed';
import { Page } from '../../components/page';
import { usePlace } from '../../components/use-place';
import type { ApprovalState } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { useColumns } from './columns';
import { APPROVALS } from './query';

const PAGE = 50;
const FILTERS = ['state'] as const;
const STATES = ['PENDING', 'APPROVED', 'REFUSED'] as const satisfies readonly ApprovalState[];

/** Requests to see a minor's clear record: who asked, why, and what was decided (PRV-07). */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const state = STATES.find((known) => known === filter.state) ?? 'PENDING';
  const { data, loading, failure, again } = useAsk(APPROVALS, { state, first: PAGE, after: place.after });
  const columns = useColumns(state, again);
  const page = data?.precinct.revealApprovals;
  return (
    <Page
      title={t('room.approvals')}
      hint={t('approval.hint')}
      personal
      extra={
        <Segmented<ApprovalState>
          value={state}
          onChange={(next) => narrow({ state: next })}
          options={STATES.map((value) => ({ value, label: t(`approvalState.${value}`) }))}
        />
      }
    >
      <Listed asked={{ loading, failure, again }} page={page} columns={columns} place={place} go={go} />
    </Page>
  );
}
