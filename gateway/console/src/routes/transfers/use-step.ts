import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useSeenStep } from '../../components/use-step';
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
  return useSeenStep(mutation, { transferId: transfer.id, expectedVersion: transfer.version }, done);
}
