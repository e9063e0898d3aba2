import type { ApplicationState } from '../../gql/graphql';
import { may, type Viewer } from '../../viewer';

const FINAL: readonly ApplicationState[] = ['DONE', 'REJECTED', 'NOT_ACCEPTED', 'WITHDRAWN', 'EXPIRED'];

/** Nothing leads further from here, and nothing is to be read in clear for it any more. */
export function isFinal(state: ApplicationState): boolean {
  return FINAL.includes(state);
}

/** Whether the viewer may read an application in clear: who handles it, while it is open. */
export function revealsTo(viewer: Viewer, state: ApplicationState): boolean {
  return may(viewer, 'PERSONS', 'REVEAL') && may(viewer, 'APPLICATIONS', 'PREPARE') && !isFinal(state);
}
