import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepDialog } from '../../components/step-dialog';
import { may, useViewer, type Viewer } from '../../viewer';
import type { Relations, Transfer } from './detail';
import { CancelForm, DeclineForm, RefuseForm } from './end-form';
import { HandOverForm } from './hand-over-form';
import { ArriveForm, PermitForm } from './permit-form';
import { ReceiveForm } from './receive-form';

/** What a form of a step is given. */
export interface StepProps {
  transfer: Transfer;
  relations: Relations;
  /** The step was taken, or refused because the move is not what was seen any more. */
  done: () => void;
}

const FORMS = {
  permit: PermitForm,
  handOver: HandOverForm,
  receive: ReceiveForm,
  arrive: ArriveForm,
  refuse: RefuseForm,
  decline: DeclineForm,
  cancel: CancelForm,
};
type Step = keyof typeof FORMS;
const AGAINST: readonly Step[] = ['refuse', 'decline', 'cancel'];

/** The steps that lead on from here and are this station's and this viewer's to take; the server decides again. */
export function stepsOf(viewer: Viewer, { kind, side, state }: Transfer): readonly Step[] {
  const manages = may(viewer, 'TRANSFERS', 'MANAGE');
  const approves = may(viewer, 'TRANSFERS', 'APPROVE');
  const steps: Step[] = [];
  if (side === 'DESTINATION') {
    if (state === 'APPLIED' && approves) steps.push('permit', 'refuse');
    if (state === 'PERMITTED' && kind === 'INBOUND' && manages) steps.push('receive');
    if ((state === 'APPLIED' || state === 'PERMITTED') && manages) steps.push('cancel');
  } else if (manages) {
    if (state === 'PERMITTED' && kind === 'BETWEEN') steps.push('handOver', 'decline');
    if (state === 'OUT_RECORDED') steps.push('arrive');
  }
  return steps;
}

interface Props {
  transfer: Transfer;
  relations: Relations;
  again: () => void;
}

/** A button a step; each asks what has to be said. */
export function TransferSteps({ transfer, relations, again }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Step>();
  const steps = stepsOf(useViewer(), transfer);
  const Form = open && FORMS[open];
  const done = () => {
    setOpen(undefined);
    again();
  };
  return (
    <>
      <Space wrap>
        {steps.map((step) => (
          <Button
            key={step}
            type={AGAINST.includes(step) ? 'default' : 'primary'}
            danger={AGAINST.includes(step)}
            onClick={() => setOpen(step)}
          >
            {t(`transfer.step.${step}`)}
          </Button>
        ))}
      </Space>
      <StepDialog title={open && t(`transfer.step.${open}`)} close={() => setOpen(undefined)}>
        {Form && <Form transfer={transfer} relations={relations} done={done} />}
      </StepDialog>
    </>
  );
}
