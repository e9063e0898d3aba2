import { useState } from 'react';
import { useRefusal } from '../../components/refusal';
import { useClear } from '../../components/use-clear';
import type { Purpose, RevealApplicationMutation } from '../../gql/graphql';
import { useTell } from '../../graphql';
import { REVEAL_APPLICATION } from './query';

export type Clear = NonNullable<RevealApplicationMutation['revealApplication']['revealed']>;

/** How long clear values stay beside the papers they are compared with: as long as those. */
const SECONDS = 300;

/** The application in clear, once it is said what for (PRV-02); it leaves the screen by itself. */
export function useReveal(applicationId: string) {
  const tell = useTell(REVEAL_APPLICATION);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const { clear, show, hide, left } = useClear<Clear>(SECONDS);
  const reveal = async (purpose: Purpose) => {
    setBusy(true);
    const told = await tell({ input: { applicationId, purpose } });
    setBusy(false);
    const answer = told.data?.revealApplication;
    if (!refuse(told.failure, answer?.userErrors) && answer?.revealed) show(answer.revealed);
  };
  return { clear, reveal, hide, left, busy };
}
