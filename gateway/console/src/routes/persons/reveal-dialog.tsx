import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
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
    <Modal
      open={open}
      onCancel={close}
      title={t('reveal.title', { name: person.name })}
      footer={null}
      destroyOnHidden
      focusable={{ focusTriggerAfterClose: true }}
    >
      <Steps person={person} purpose={purpose} close={close} />
    </Modal>
  );
}

function Steps({ person, purpose, close }: Omit<Props, 'open'>) {
  const [clear, setClear] = useState<Clear>();
  const [needed, setNeeded] = useState<RevealValues>();
  if (clear) return <Revealed clear={clear} close={close} />;
  if (needed) return <ApprovalForm personId={person.id} asked={needed} close={close} />;
  return <RevealForm person={person} purpose={purpose} shown={setClear} approvalNeeded={setNeeded} />;
}
