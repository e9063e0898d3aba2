import { Button, Space } from 'antd';
import { type ComponentType, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepDialog } from '../../components/step-dialog';
import { useViewer } from '../../viewer';
import { ApproveForm } from './approve-form';
import { ResumeForm, SuspendForm } from './clock-form';
import type { Application } from './detail';
import { ExecuteForm } from './execute-form';
import { RefuseForm, RejectForm } from './refuse-form';
import { ReturnForm } from './return-form';
import { RevokeForm } from './revoke-form';
import { type Step, stepsOf } from './states';
import { SubmitForm } from './submit-form';
import { AcceptForm, ReviewForm, SpotForm } from './vouch-form';
import { WithdrawForm } from './withdraw-form';

/** What a form of a step is given. */
export interface StepProps {
  application: Application;
  /** The step was taken, or refused because the application is not what was seen any more. */
  done: () => void;
}

const FORMS: Record<Step, ComponentType<StepProps>> = {
  submit: SubmitForm,
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
  withdraw: WithdrawForm,
  revoke: RevokeForm,
};
const AGAINST: readonly Step[] = ['return', 'refuse', 'reject', 'withdraw', 'revoke'];

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
            type={place === 0 && !AGAINST.includes(step) ? 'primary' : 'default'}
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
