import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepDialog } from '../../components/step-dialog';
import { may, useViewer, type Viewer } from '../../viewer';
import { ApproveForm } from './approve-form';
import { ResumeForm, SuspendForm } from './clock-form';
import type { Application } from './detail';
import { ExecuteForm } from './execute-form';
import { RefuseForm, RejectForm } from './refuse-form';
import { ReturnForm } from './return-form';
import { AcceptForm, ReviewForm, SpotForm } from './vouch-form';

/** What a form of a step is given. */
export interface StepProps {
  application: Application;
  /** The step was taken, or refused because the application is not what was seen any more. */
  done: () => void;
}

const FORMS = {
  accept: AcceptForm,
  spot: SpotForm,
  review: ReviewForm,
  approve: ApproveForm,
  execute: ExecuteForm,
  resume: ResumeForm,
  suspend: SuspendForm,
  return: ReturnForm,
  refuse: RefuseForm,
  reject: RejectForm,
};
type Step = keyof typeof FORMS;
const AGAINST: readonly Step[] = ['return', 'refuse', 'reject'];

/** The steps that lead on from here and are this viewer's to take; the server decides again. */
export function stepsOf(viewer: Viewer, { state, nextLevel, matter }: Application): readonly Step[] {
  const manages = may(viewer, 'APPLICATIONS', 'MANAGE');
  const approves = may(viewer, 'APPLICATIONS', 'APPROVE');
  const turn = (viewer.role === 'DISTRICT_APPROVER') === (nextLevel !== 'STATION');
  switch (state) {
    case 'SUBMITTED':
      if (!manages) return [];
      return matter.onTheSpot ? ['spot', 'accept', 'return', 'refuse'] : ['accept', 'return', 'refuse'];
    case 'ACCEPTED':
      return manages ? ['review', 'suspend'] : [];
    case 'REVIEWED':
      return approves && turn ? ['approve', 'reject'] : [];
    case 'SUSPENDED':
      return manages ? ['resume'] : [];
    case 'APPROVED':
      return manages || approves ? ['execute'] : [];
    default:
      return [];
  }
}

/** A button a step; each asks what has to be said or vouched for. */
export function Steps({ application, again }: { application: Application; again: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Step>();
  const steps = stepsOf(useViewer(), application);
  const Form = open && FORMS[open];
  return (
    <>
      <Space wrap>
        {steps.map((step, place) => (
          <Button
            key={step}
            type={place === 0 ? 'primary' : 'default'}
            danger={AGAINST.includes(step)}
            onClick={() => setOpen(step)}
          >
            {t(`application.step.${step}`)}
          </Button>
        ))}
      </Space>
      <StepDialog
        title={open && t(`application.step.${open}`)}
        close={() => setOpen(undefined)}
        width={open === 'return' || open === 'execute' ? 640 : 480}
      >
        {Form && (
          <Form
            application={application}
            done={() => {
              setOpen(undefined);
              again();
            }}
          />
        )}
      </StepDialog>
    </>
  );
}
