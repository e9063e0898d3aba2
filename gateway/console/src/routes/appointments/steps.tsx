import { Button, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepDialog } from '../../components/step-dialog';
import { useSeenStep } from '../../components/use-step';
import type { AppointmentRowFragment } from '../../gql/graphql';
import { may, useViewer } from '../../viewer';
import { CancelForm } from './cancel-form';
import { CHECK_IN_APPOINTMENT, MISS_APPOINTMENT, SERVE_APPOINTMENT } from './changes';
import { RevealForm } from './reveal-form';
import { isOpen, seen, type Step, stepsOf } from './states';

interface Props {
  appointment: AppointmentRowFragment;
  again: () => void;
}

/** A button a step; who comes, is served or missed is one press, a place that is given back has a reason. */
export function AppointmentSteps({ appointment, again }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [asks, setAsks] = useState<'cancel' | 'reveal'>();
  const checkIn = useSeenStep(CHECK_IN_APPOINTMENT, seen(appointment), again);
  const serve = useSeenStep(SERVE_APPOINTMENT, seen(appointment), again);
  const miss = useSeenStep(MISS_APPOINTMENT, seen(appointment), again);
  if (!may(viewer, 'APPOINTMENTS', 'PREPARE')) return null;
  const take: Record<Step, () => void> = {
    checkIn: () => void checkIn.take({}),
    serve: () => void serve.take({}),
    miss: () => void miss.take({}),
    cancel: () => setAsks('cancel'),
  };
  const named = (step: Step | 'reveal') => t(`appointment.stepNamed.${step}`, { number: appointment.number });
  const calls = isOpen(appointment) && !appointment.byResident && may(viewer, 'PERSONS', 'REVEAL');
  const cancelled = () => {
    setAsks(undefined);
    again();
  };
  return (
    <Space size={4} wrap>
      {stepsOf(appointment, new Date()).map((step, place) => (
        <Button
          key={step}
          size="small"
          type={place === 0 && step !== 'cancel' ? 'primary' : 'default'}
          danger={step === 'cancel'}
          disabled={checkIn.busy || serve.busy || miss.busy}
          aria-label={named(step)}
          onClick={take[step]}
        >
          {t(`appointment.step.${step}`)}
        </Button>
      ))}
      {calls && (
        <Button size="small" aria-label={named('reveal')} onClick={() => setAsks('reveal')}>
          {t('appointment.step.reveal')}
        </Button>
      )}
      <StepDialog title={asks && named(asks)} close={() => setAsks(undefined)}>
        {asks === 'cancel' && <CancelForm appointment={appointment} done={cancelled} />}
        {asks === 'reveal' && <RevealForm appointmentId={appointment.id} />}
      </StepDialog>
    </Space>
  );
}
