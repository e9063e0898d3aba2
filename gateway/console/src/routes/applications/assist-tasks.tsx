import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AnswerForm } from '../../components/assist-tasks/answer-form';
import { isOverdue } from '../../components/assist-tasks/overdue';
import { AssistStateTag } from '../../components/assist-tasks/state-tag';
import { Due } from '../../components/due';
import { StepDialog } from '../../components/step-dialog';
import { useCodes } from '../../components/use-label';
import { useSeenStep } from '../../components/use-step';
import { moment } from '../../format';
import { today } from '../../station-time';
import { may, useViewer } from '../../viewer';
import { AskForm } from './ask-form';
import { COMPLETE_ASSIST_TASK } from './changes';
import type { Application } from './detail';
import { isFinal } from './states';

type Task = Application['assistTasks'][number];
const ENDS = ['DONE', 'REFUSED', 'CANCELLED'] as const;

/** What other offices were asked for it, each with a clock and an answer of its own (JNT-02). */
export function AssistTasks({ application, again }: { application: Application; again: () => void }) {
  const { t } = useTranslation();
  const { state, assistTasks } = application;
  const asks = may(useViewer(), 'APPLICATIONS', 'PREPARE') && state !== 'DRAFT' && !isFinal(state);
  const paper = useCodes(application.checklist);
  const [open, setOpen] = useState<Task | 'ask'>();
  const done = () => {
    setOpen(undefined);
    again();
  };
  if (assistTasks.length === 0 && !asks) return null;
  return (
    <Card
      size="small"
      title={<h2 className="as-text">{t('assistTask.title')}</h2>}
      extra={
        asks && (
          <Button size="small" onClick={() => setOpen('ask')}>
            {t('assistTask.ask')}
          </Button>
        )
      }
    >
      {assistTasks.length === 0 && <p className="quiet">{t('assistTask.none')}</p>}
      <ul className="plain">
        {assistTasks.map((task) => (
          <li key={task.id} className="line">
            <div>
              <strong>{t(`assistOffice.${task.office}`)}</strong> <AssistStateTag state={task.state} />
              <div className="wrap">{task.request}</div>
              {task.paperCode && <div className="quiet">{t('assistTask.brings', { paper: paper(task.paperCode) })}</div>}
              {task.answer && <div className="wrap">{t('assistTask.answered', { answer: task.answer })}</div>}
              <div className="quiet small figures">
                {task.answeredAt ? (
                  `${moment(task.answeredAt)} · ${task.answeredBy ?? ''}`
                ) : (
                  <Due of={{ due: task.due, isOverdue: isOverdue(task, today()) }} />
                )}
              </div>
            </div>
            {asks && task.state === 'OPEN' && (
              <Button
                size="small"
                aria-label={t('assistTask.takeDownOf', { office: t(`assistOffice.${task.office}`) })}
                onClick={() => setOpen(task)}
              >
                {t('assistTask.takeDown')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      <StepDialog
        title={open && t(open === 'ask' ? 'assistTask.ask' : 'assistTask.takeDown')}
        close={() => setOpen(undefined)}
      >
        {open === 'ask' && <AskForm application={application} done={done} />}
        {open && open !== 'ask' && <TakeDownForm task={open} done={done} />}
      </StepDialog>
    </Card>
  );
}

/** An answer that came by letter or telephone, of an office without a clerk here. */
function TakeDownForm({ task: { id, version }, done }: { task: Task; done: () => void }) {
  const seen = { assistTaskId: id, expectedVersion: version };
  const { take, busy } = useSeenStep(COMPLETE_ASSIST_TASK, seen, done);
  return <AnswerForm ends={ENDS} busy={busy} send={(answer) => void take(answer)} />;
}
