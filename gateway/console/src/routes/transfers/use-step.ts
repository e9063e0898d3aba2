import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useStep } from '../../components/use-step';
import type { StepProps } from './steps';

interface Seen {
  transferId: string;
  expectedVersion: number;
}

/** A step of the move that is open, in the version that was seen (REG-19). */
export function useTransferStep<Data extends object, Input extends Seen>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  { transfer, done }: StepProps,
) {
  const { take, busy } = useStep(mutation, done);
  const seen: Seen = { transferId: transfer.id, expectedVersion: transfer.version };
  return { take: (said: Omit<Input, keyof Seen>) => take({ ...said, ...seen } as Input), busy };
}
