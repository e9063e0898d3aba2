import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { App } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type UserError, useTell } from '../graphql';
import { useRefusal } from './refusal';

/** What every step's payload has. */
interface Payload {
  userErrors: readonly UserError[];
}

/**
 * Takes a step with what its form says. What was refused is told and leaves the form open for another try, unless somebody else was
 * faster: then what was seen is no more, and `done` has it read again (REG-19).
 */
export function useStep<Data extends object, Input>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  done: (data?: Data) => void,
) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const tell = useTell(mutation);
  const refuse = useRefusal();
  const [busy, setBusy] = useState(false);
  const take = async (input: Input) => {
    setBusy(true);
    const told = await tell({ input });
    setBusy(false);
    const payload = told.data && (Object.values(told.data)[0] as Payload);
    const stale = payload?.userErrors.some(({ code }) => code === 'STALE_VERSION');
    const refused = refuse(told.failure, payload?.userErrors);
    if (!refused) {
      void message.success(t('state.done'));
      done(told.data);
    } else if (stale) done();
  };
  return { take, busy };
}

/** A step of what is on the desk, in the version that was `seen` (REG-19). */
export function useSeenStep<Data extends object, Input extends Seen, Seen extends object>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  seen: Seen,
  done: (data?: Data) => void,
) {
  const { take, busy } = useStep(mutation, done);
  return { take: (said: Omit<Input, keyof Seen>) => take({ ...said, ...seen } as unknown as Input), busy };
}
