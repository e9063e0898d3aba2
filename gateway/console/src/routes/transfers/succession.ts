import type { SuccessionInput } from '../../gql/graphql';

/** The code of a head (GB/T 4761). */
export const HEAD = '02';

interface Member {
  isHead: boolean;
  person: { id: string; name: string };
}

interface Leaving<One extends Member> {
  persons: readonly { personId?: string | null }[];
  household?: { members: readonly One[] } | null;
}

/** Who stays in a household whose head leaves; nobody where no successor is needed, because the head stays or all go. */
export function stayersOf<One extends Member>({
  persons,
  household,
}: Leaving<One>): readonly One[] | undefined {
  const leave = new Set(persons.flatMap(({ personId }) => personId ?? []));
  const members = household?.members ?? [];
  const stay = members.filter(({ person }) => !leave.has(person.id));
  return stay.length > 0 && !stay.some(({ isHead }) => isHead) ? stay : undefined;
}

export interface SuccessionValues {
  headId?: string;
  relations?: Record<string, string | undefined>;
}

/** The new head, and what everybody else who stays is to him, each once (REG-05, REG-06). */
export function successionOf(
  stayers: readonly Member[],
  { headId, relations = {} }: SuccessionValues,
): SuccessionInput | undefined {
  if (!headId) return undefined;
  const others = stayers.filter(({ person }) => person.id !== headId);
  return {
    headId,
    relations: others.map(({ person: { id } }) => ({ personId: id, relation: relations[id] ?? '' })),
  };
}
