import { circumstancesOf, papersOf } from '../../components/matter/fields';
import type { HouseholdSeen } from '../../components/household-by-number';
import type { ApplicantKind, MatterRowFragment, SaveDraftInput } from '../../gql/graphql';

/** A person of this register, as the search has him. */
export interface Registered {
  id: string;
  name: string;
  isMinor: boolean;
  household?: { id: string; number: string } | null;
}

/** Whom it is about: somebody registered here, somebody told by name, or nobody but a household. */
export const WAYS = ['registered', 'unregistered', 'household'] as const;
export type Way = (typeof WAYS)[number];
export type About = { way: 'registered'; person: Registered } | { way: 'unregistered' } | { way: 'household' };

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
  about: About,
  { subject, household, form = {}, ...said }: FilingValues,
  today: string,
): SaveDraftInput {
  const person = about.way === 'registered' ? about.person : undefined;
  const told = about.way === 'unregistered' ? subject : undefined;
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
    householdId: household?.id ?? person?.household?.id,
    circumstances,
    papers: papersOf(matter, circumstances).map(({ code }) => code),
    form: JSON.stringify(matter.code === 'R01' && told ? { ...form, child } : form),
  };
}
