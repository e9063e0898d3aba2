import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { StepDialog } from '../../components/step-dialog';
import type { Purpose, RevealPersonMutation } from '../../gql/graphql';
import { ApprovalForm } from './approval-form';
import type { Person } from './facts';
import { RevealForm, type RevealValues } from './reveal-form';
import { Revealed } from './revealed';

export type Clear = NonNullable<RevealPersonMutation['revealPerson']['revealed']>;

interface Props {
  person: Person;
  purpose: Purpose;
  open: boolean;
  close: () => void;
}

/** Asks why, shows the clear values for a minute, or asks for the approval that is missing (PRV-02, PRV-07). */
export function RevealDialog({ person, purpose, open, close }: Props) {
  const { t } = useTranslation();
  return (
    <StepDialog title={open ? t('reveal.title', { name: person.name }) : undefined} close={close}>
      <Steps person={person} purpose={purpose} close={close} />
    </StepDialog>
  );
}

function Steps({ person, purpose, close }: Omit<Props, 'open'>) {
  const [clear, setClear] = useState<Clear>();
  const [needed, setNeeded] = useState<RevealValues>();
  if (clear) return <Revealed clear={clear} close={close} />;
  if (needed) return <ApprovalForm personId={person.id} asked={needed} close={close} />;
  return <RevealForm person={person} purpose={purpose} shown={setClear} approvalNeeded={setNeeded} />;
}
