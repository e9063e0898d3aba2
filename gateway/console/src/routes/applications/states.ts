import type { ApplicationState } from '../../gql/graphql';

const FINAL: readonly ApplicationState[] = ['DONE', 'REJECTED', 'NOT_ACCEPTED', 'WITHDRAWN', 'EXPIRED'];

/** Nothing leads further from here, and nothing is to be read in clear for it any more. */
export function isFinal(state: ApplicationState): boolean {
  return FINAL.includes(state);
}
