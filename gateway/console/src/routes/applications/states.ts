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
  | 'withdraw';

type Application = NonNullable<ApplicationDetailQuery['precinct']['application']>;
type Stand = Pick<Application, 'state' | 'channel' | 'nextLevel'> & {
  matter: Pick<Application['matter'], 'onTheSpot'>;
};

/** Until it is approved, who asked may take it back; a draft is nobody's but its maker's and is not filed yet. */
const WITHDRAWABLE: readonly ApplicationState[] = ['SUBMITTED', 'RETURNED', 'ACCEPTED', 'REVIEWED', 'SUSPENDED'];

/** The steps that lead on from here and are this viewer's to take; the server decides again. */
export function stepsOf(viewer: Viewer, application: Stand): readonly Step[] {
  const prepares = may(viewer, 'APPLICATIONS', 'PREPARE');
  const back: readonly Step[] = prepares && WITHDRAWABLE.includes(application.state) ? ['withdraw'] : [];
  return [...onwards(viewer, application), ...back];
}

function onwards(viewer: Viewer, { state, channel, nextLevel, matter }: Stand): readonly Step[] {
  const manages = may(viewer, 'APPLICATIONS', 'MANAGE');
  const approves = may(viewer, 'APPLICATIONS', 'APPROVE');
  const turn = (viewer.role === 'DISTRICT_APPROVER') === (nextLevel !== 'STATION');
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
    default:
      return [];
  }
}
