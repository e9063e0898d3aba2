import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useSeenStep } from '../../components/use-step';
import type { StepProps } from './steps';

interface Seen {
  applicationId: string;
  expectedVersion: number;
}

/** A step of the application that is on the desk, in the version that was seen (REG-19). */
export function useApplicationStep<Data extends object, Input extends Seen>(
  mutation: TypedDocumentNode<Data, { input: Input }>,
  { application, done }: StepProps,
) {
  return useSeenStep(mutation, { applicationId: application.id, expectedVersion: application.version }, done);
}
