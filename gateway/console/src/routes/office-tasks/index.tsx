import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from '../../components/assist-tasks/answer-form';
import { FailureNotice } from '../../components/failure-notice';
import { Page } from '../../components/page';
import { Pager } from '../../components/pager';
import { StepDialog } from '../../components/step-dialog';
import { usePlace } from '../../components/use-place';
import { useSeenStep } from '../../components/use-step';
import type { AssistState, OfficeTaskRowFragment } from '../../gql/graphql';
import { useAsk } from '../../graphql';
import { may, useViewer } from '../../viewer';
import { ANSWER_OFFICE_TASK, OFFICE_TASKS } from './query';
import { OfficeTaskTable } from './table';

const PAGE = 50;
const FILTERS = ['state'] as const;
const STATES = ['OPEN', 'DONE', 'REFUSED', 'CANCELLED'] as const satisfies readonly AssistState[];
const ENDS = ['DONE', 'REFUSED'] as const;

/** What stations ask the clerk's own office, with the shared minimum of each application (JNT-01). */
export function Component() {
  const { t } = useTranslation();
  const answers = may(useViewer(), 'ASSIST_TASKS', 'MANAGE');
  const { place, filter, go, narrow } = usePlace(FILTERS);
  const state = STATES.find((known) => known === filter.state) ?? 'OPEN';
  const { data, loading, failure, again } = useAsk(OFFICE_TASKS, { state, first: PAGE, after: place.after });
  const [open, setOpen] = useState<OfficeTaskRowFragment>();
  const page = data?.precinct.officeTasks;
  const done = () => {
    setOpen(undefined);
    again();
  };
  return (
    <Page
      personal
      title={t('room.office-tasks')}
      hint={page?.nodes[0] && t(`assistOffice.${page.nodes[0].office}`)}
      extra={
        <Segmented<AssistState>
          value={state}
          onChange={(next) => narrow({ state: next })}
          options={STATES.map((value) => ({ value, label: t(`assistState.${value}`) }))}
        />
      }
    >
      {failure && <FailureNotice failure={failure} again={again} />}
      <OfficeTaskTable
        rows={page?.nodes}
        loading={loading}
        answer={state === 'OPEN' && answers ? setOpen : undefined}
      />
      <Pager place={place} go={go} page={page?.pageInfo} rows={page?.nodes.length ?? 0} />
      <StepDialog title={open && t('assistTask.answerTo')} close={() => setOpen(undefined)}>
        {open && <AnswerTask task={open} done={done} />}
      </StepDialog>
    </Page>
  );
}

function AnswerTask({ task, done }: { task: OfficeTaskRowFragment; done: () => void }) {
  const seen = { assistTaskId: task.id, expectedVersion: task.version };
  const { take, busy } = useSeenStep(ANSWER_OFFICE_TASK, seen, done);
  return (
    <>
      <p className="wrap">{task.request}</p>
      <AnswerForm ends={ENDS} busy={busy} send={(answer) => void take(answer)} />
    </>
  );
}
