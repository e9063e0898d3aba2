import type { RegisterFormInput } from '../../gql/graphql';

type Branch = keyof RegisterFormInput;
type Fields = Record<string, unknown>;

/** A record in the version that is seen now. */
interface Seen {
  id: string;
  version: number;
}

/** Whom and which household the application is about, as the register has them now. */
export interface About {
  person?: Seen;
  household?: Seen;
}

/** By which form a matter comes into the register; what is not here is recorded by steps of its own, such as a move's. */
const BRANCHES: Record<string, Branch | ((form: Fields) => Branch)> = {
  R01: 'birth',
  R02: 'birthAndDeath',
  R03: 'adoption',
  R04: 'moveIn',
  R05: 'moveOut',
  R07: (form) => ('household' in form ? 'householdAddress' : 'personAddress'),
  R08: 'death',
  R10: 'cancellation',
  R11: 'cancellation',
  R12: 'cancellation',
  R13: 'restoration',
  R14: 'supplementary',
  R15: 'split',
  R16: 'merge',
  R17: 'headChange',
  R18: 'nameChange',
  R19: 'sexChange',
  R20: 'correction',
  R21: (form) => ('relations' in form ? 'relations' : 'item'),
  R22: (form) => ('head' in form ? 'collectiveOpening' : 'collectiveClosing'),
  R23: 'relocation',
};

const COMPARED = { method: 'IN_PERSON', matched: true, by: '' };

/** What an officer adds to what was filled in: the rest of the fields of the forms about one person or one household. */
const ADDED: Partial<Record<Branch, Fields>> = {
  birth: { relation: '', certificate: '' },
  moveOut: { papers: [{ kind: 'MOVE_PERMIT' }] },
  death: { papers: [{ kind: 'MEDICAL_DEATH_PROOF' }] },
  nameChange: { comparison: COMPARED },
  sexChange: { comparison: COMPARED, idNumber: '', papers: [{ kind: 'SEX_PROOF' }] },
  correction: { basis: 'CORRECTION', comparison: COMPARED, papers: [{ kind: 'OTHER' }] },
  item: { basis: 'CHANGE' },
};
const OF_PERSON: readonly Branch[] = [
  'moveOut',
  'death',
  'cancellation',
  'nameChange',
  'sexChange',
  'correction',
  'item',
  'personAddress',
];
const OF_HOUSEHOLD: readonly Branch[] = ['birth', 'headChange', 'householdAddress'];

function branchOf(matter: string, form: Fields): Branch | undefined {
  const known = BRANCHES[matter];
  return typeof known === 'function' ? known(form) : known;
}

function seen({ id, version }: Seen) {
  return { id, expectedVersion: version };
}

/** The form as it was filled in, with whom it is about and the fields that are the officer's to fill. */
export function completed(matter: string, form: Fields, { person, household }: About): Fields {
  const branch = branchOf(matter, form);
  if (!branch) return form;
  return {
    ...(person && OF_PERSON.includes(branch) ? { person: seen(person) } : {}),
    ...(household && OF_HOUSEHOLD.includes(branch) ? { household: seen(household) } : {}),
    ...ADDED[branch],
    ...form,
  };
}

/** The register form of a matter, as the server takes it; the server says which fields it misses. */
export function registerForm(matter: string, form: Fields): RegisterFormInput | undefined {
  const branch = branchOf(matter, form);
  if (!branch || Object.keys(form).length === 0) return undefined;
  return { [branch]: form } as unknown as RegisterFormInput;
}
