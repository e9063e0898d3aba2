import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { CONFIRM_ARRIVAL, PERMIT_TRANSFER } from './changes';
import type { StepProps } from './steps';
import { useTransferStep } from './use-step';

/** The destination permits the move until a day; by another officer than who filed it. */
export function PermitForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(PERMIT_TRANSFER, props);
  return (
    <Confirm
      text={t('transfer.permitVouch')}
      action={t('transfer.step.permit')}
      busy={busy}
      send={() => void take({})}
    />
  );
}

/** The station outside says that they arrived: they are on the way no longer (MOV-03). */
export function ArriveForm(props: StepProps) {
  const { t } = useTranslation();
  const { take, busy } = useTransferStep(CONFIRM_ARRIVAL, props);
  return (
    <Confirm
      text={t('transfer.arriveVouch')}
      action={t('transfer.step.arrive')}
      busy={busy}
      send={() => void take({})}
    />
  );
}

function Confirm({
  text,
  action,
  busy,
  send,
}: {
  text: string;
  action: string;
  busy: boolean;
  send: () => void;
}) {
  return (
    <div className="stack">
      <p>{text}</p>
      <div>
        <Button type="primary" loading={busy} onClick={send}>
          {action}
        </Button>
      </div>
    </div>
  );
}
