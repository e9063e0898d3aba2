import type { RightsRefusal, RightsRequestRowFragment } from '../../gql/graphql';

type Asked = Pick<RightsRequestRowFragment, 'kind' | 'personId'>;

const REFUSALS: readonly RightsRefusal[] = ['KEPT_BY_LAW', 'NOT_OURS', 'OTHERS_RIGHTS', 'UNFOUNDED'];

/** Whether what the register holds of somebody is to be deleted: the law keeps it (PRV-17). */
function deletesRecord({ kind, personId }: Asked): boolean {
  return kind === 'DELETE' && Boolean(personId);
}

/** Whether a request can be met at all; the deletion of a registered person's record cannot. */
export function canBeMet(asked: Asked): boolean {
  return !deletesRecord(asked);
}

/** By which reasons a request can be refused. */
export function refusalsOf(asked: Asked): readonly RightsRefusal[] {
  return deletesRecord(asked) ? ['KEPT_BY_LAW'] : REFUSALS;
}

/** Whether the answer restricts the record, so that no search finds it any more: where that was asked, or is owed instead of a deletion. */
export function restricts(asked: Asked, refusal: RightsRefusal | undefined): boolean {
  if (!asked.personId) return false;
  return asked.kind === 'DELETE' ? refusal === 'KEPT_BY_LAW' : asked.kind === 'RESTRICT' && !refusal;
}
