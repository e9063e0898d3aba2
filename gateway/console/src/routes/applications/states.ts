import type { ApplicationDetailQuery, ApplicationState } from '../../gql/graphql';
import { may, type Viewer } from '../../viewer';

const FINAL: readonly ApplicationState[] = ['DONE', 'REJECTED', 'NOT_ACCEPTED', 'WITHDRAWN', 'EXPIRED'];

/** Nothing leads further from here, and nothing is to be read in clear for it any more. */
export function isFinal(state: ApplicationState): boolean {
  return FINAL.includes(state);
}

/** Whether the viewer may say otherwise what was said at the counter; he has to read it for that. */
export function changes(viewer: Viewer, { state, channel }: Pick<Stand, 'state' | 'channel'>): boolean {
  return channel === 'COUNTER' && (state === 'DRAFT' || state === 'RETURNED') && revealsTo(viewer, state);
}

/** Whether the viewer may read an application in clear: who handles it, while it is open. */
export function revealsTo(viewer: Viewer, state: ApplicationState): boolean {
  return may(viewer, 'PERSONS', 'REVEAL') && may(viewer, 'APPLICATIONS', 'PREPARE') && !isFinal(state);
}

export type Step =
  | 'submit'
  | 'accept'
  | 'spot'
  | 'review'
  | 'approve'
  | 'execute'
  | 'resume'
  | 'suspend'
  | 'return'
  | 'refuse'
  | 'reject'
  | 'withdraw'
  | 'revoke';

type Application = NonNullable<ApplicationDetailQuery['precinct']['application']>;
type Stand = Pick<Application, 'state' | 'channel' | 'nextLevel' | 'revokingActId'> & {
  matter: Pick<Application['matter'], 'onTheSpot'>;
};

/** Acts of these kinds are undone by a repair of their own kind (REG-09); the others by an act that makes them good. */
const REPAIRED: readonly string[] = ['R07', 'R17', 'R18', 'R21'];

/** Whether what followed a matter can be undone by a repair of its act. */
export function repairs(code: string): boolean {
  return REPAIRED.includes(code);
}

/** Until it is approved, who asked may take it back; a draft is nobody's but its maker's and is not filed yet. */
const WITHDRAWABLE: readonly ApplicationState[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWED', 'SUSPENDED'];

/** The steps that lead on from here and are this viewer's to take; the server decides again. */
export function stepsOf(viewer: Viewer, application: Stand): readonly Step[] {
  const prepares = may(viewer, 'APPLICATIONS', 'PREPARE');
  const back: readonly Step[] = prepares && WITHDRAWABLE.includes(application.state) ? ['withdraw'] : [];
  return [...onwards(viewer, application), ...back];
}

function onwards(viewer: Viewer, { state, channel, nextLevel, revokingActId, matter }: Stand): readonly Step[] {
  const manages = may(viewer, 'APPLICATIONS', 'MANAGE');
  const approves = may(viewer, 'APPLICATIONS', 'APPROVE');
  const isDistrict = viewer.role === 'DISTRICT_APPROVER';
  const turn = isDistrict === (nextLevel !== 'STATION');
  switch (state) {
    case 'DRAFT':
    case 'RETURNED':
      // What came by telephone is filed again from there.
      return channel === 'COUNTER' && may(viewer, 'APPLICATIONS', 'PREPARE') ? ['submit'] : [];
    case 'SUBMITTED':
      if (!manages) return [];
      return matter.onTheSpot ? ['spot', 'accept', 'return', 'refuse'] : ['accept', 'return', 'refuse'];
    case 'ACCEPTED':
      return manages ? ['review', 'suspend'] : [];
    case 'REVIEWED':
      return approves && turn ? ['approve', 'reject'] : [];
    case 'SUSPENDED':
      return manages ? ['resume'] : [];
    case 'APPROVED':
      return manages || approves ? ['execute'] : [];
    case 'DONE':
      return approves && isDistrict && !revokingActId ? ['revoke'] : [];
    default:
      return [];
  }
}
