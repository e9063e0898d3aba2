import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Listed } from '../../components/listed';
import { Page } from '../../components/page';
import { StepDialog } from '../../components/step-dialog';
import { usePlace } from '../../components/use-place';
import type { RightsRequestRowFragment, RightsState } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { AnswerForm } from './answer-form';
import { Lists } from './lists';
import { RIGHTS_REQUESTS } from './query';
import { useColumns } from './rights-columns';

const PAGE = 50;
const FILTERS = ['state'] as const;
const STATES = ['RECEIVED', 'IN_WORK', 'ANSWERED', 'REFUSED'] as const satisfies readonly RightsState[];

/** Residents' requests about their own data, each with the day by which the law wants an answer (PRV-16). */
export function Component() {
  const { t } = useTranslation();
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const state = STATES.find((known) => known === filter.state) ?? 'RECEIVED';
  const asked = { state, first: PAGE, after: place.after };
  const { data, loading, failure, again } = useAsk(RIGHTS_REQUESTS, asked);
  const [open, setOpen] = useState<RightsRequestRowFragment>();
  const columns = useColumns(state, { answer: setOpen, again });
  const page = data?.precinct.rightsRequests;
  const done = () => {
    setOpen(undefined);
    again();
  };
  return (
    <Page personal title={t('resident.list.rights')} extra={<Lists here="rights" />}>
      <div className="bar">
        <Segmented<RightsState>
          aria-label={t('resident.state')}
          value={state}
          onChange={(next) => narrow({ state: next })}
          options={STATES.map((value) => ({ value, label: t(`rightsState.${value}`) }))}
        />
      </div>
      <Listed asked={{ loading, failure, again }} page={page} columns={columns} place={place} go={go} />
      <StepDialog
        title={open && t('rights.answerNamed', { number: open.number })}
        close={() => setOpen(undefined)}
      >
        {open && <AnswerForm request={open} done={done} />}
      </StepDialog>
    </Page>
  );
}
