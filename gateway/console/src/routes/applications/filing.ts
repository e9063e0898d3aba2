import { circumstancesOf, papersOf } from '../../components/matter/fields';
import type { HouseholdSeen } from '../../components/household-by-number';
import type {
  ApplicantKind,
  ApplicationDetailQuery,
  MatterRowFragment,
  RevealApplicationMutation,
  SaveDraftInput,
} from '../../gql/graphql';
import { formOf } from './form-leaves';

/** A person of this register, as the search has him. */
export interface Registered {
  id: string;
  name: string;
  isMinor: boolean;
  household?: { id: string; number?: string } | null;
}

/** Whom it is about: somebody registered here, somebody told by name, or nobody but a household. */
export const WAYS = ['registered', 'unregistered', 'household'] as const;
export type Way = (typeof WAYS)[number];
export interface About {
  way: Way;
  /** Whom, where he is registered here. */
  person?: Registered;
  /** The household that it stays with unless another is found. */
  householdId?: string;
}

/** The form at the counter as the screen has it. */
export interface FilingValues {
  subject?: { name: string; idNumber?: string; birthDate?: string };
  household?: HouseholdSeen;
  applicantKind: ApplicantKind;
  applicantName: string;
  applicantIdNumber?: string;
  applicantPhone?: string;
  circumstances?: string[];
  form?: Record<string, unknown>;
  neededFor?: string;
  neededBy?: string;
  note?: string;
}

/** Somebody who is born is told apart by his household. */
export function isBirth(matter: string): boolean {
  return matter === 'R01' || matter === 'R02';
}

/** Whether somebody born on a day is a minor on another. */
export function isMinorOn(birthDate: string | undefined, day: string): boolean {
  if (!birthDate) return false;
  const majority = `${Number(birthDate.slice(0, 4)) + 18}${birthDate.slice(4)}`;
  return day < majority;
}

/** What is sent of an application that is taken down: every paper that its circumstances ask for is declared. */
export function filingOf(
  matter: MatterRowFragment,
  { way, person, householdId }: About,
  { subject, household, form = {}, ...said }: FilingValues,
  today: string,
): SaveDraftInput {
  const told = way === 'unregistered' ? subject : undefined;
  const isMinor = person?.isMinor ?? isMinorOn(told?.birthDate, today);
  const circumstances = circumstancesOf(matter, said.circumstances, isMinor);
  const child = { ...(form.child as object), name: told?.name, birthDate: told?.birthDate };
  return {
    ...said,
    typeCode: matter.code,
    subjectId: person?.id,
    subjectName: told?.name,
    subjectIdNumber: told?.idNumber,
    subjectBirthDate: told?.birthDate,
    householdId: household?.id ?? householdId,
    circumstances,
    papers: papersOf(matter, circumstances).map(({ code }) => code),
    form: JSON.stringify(matter.code === 'R01' && told ? { ...form, child } : form),
  };
}

/** Somebody registered here, in his household. */
export function aboutPerson(person: Registered): About {
  return { way: 'registered', person, householdId: person.household?.id };
}

type Application = NonNullable<ApplicationDetailQuery['precinct']['application']>;
type Clear = NonNullable<RevealApplicationMutation['revealApplication']['revealed']>;
type Kept = Pick<
  Application,
  | 'subjectId'
  | 'subjectName'
  | 'householdId'
  | 'circumstances'
  | 'applicantKind'
  | 'neededBy'
  | 'neededFor'
  | 'note'
>;

/** Whom an application that was taken down is about, and what was said, to be said otherwise. */
export function keptOf(one: Kept, clear: Clear): { about: About; values: FilingValues } {
  const form = formOf(clear.form);
  const child = form.child as { birthDate?: string } | undefined;
  const householdId = one.householdId ?? undefined;
  const isMinor = one.circumstances.includes('MINOR');
  const about: About = one.subjectId
    ? { way: 'registered', person: { id: one.subjectId, name: one.subjectName ?? '–', isMinor }, householdId }
    : { way: clear.subjectName ? 'unregistered' : 'household', householdId };
  const subject = {
    name: clear.subjectName ?? '',
    idNumber: clear.subjectIdNumber ?? undefined,
    birthDate: child?.birthDate,
  };
  const values: FilingValues = {
    subject: about.way === 'unregistered' ? subject : undefined,
    applicantKind: one.applicantKind,
    applicantName: clear.applicantName,
    applicantIdNumber: clear.applicantIdNumber ?? undefined,
    applicantPhone: clear.applicantPhone ?? undefined,
    circumstances: one.circumstances.filter((circumstance) => circumstance !== 'MINOR'),
    form,
    neededBy: one.neededBy ?? undefined,
    neededFor: one.neededFor ?? undefined,
    note: one.note ?? undefined,
  };
  return { about, values };
}
