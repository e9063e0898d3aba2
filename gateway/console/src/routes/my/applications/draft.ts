import type { MyMattersQuery, SaveMyDraftInput } from '../../../gql/graphql';

export type Matter = MyMattersQuery['me']['matters'][number];

/** A field that is asked for: where it goes in the act's form, and how it is written. */
export interface Field {
  path: readonly string[];
  kind: 'text' | 'day';
}

const text = (...path: string[]): Field => ({ path, kind: 'text' });
const day = (...path: string[]): Field => ({ path, kind: 'day' });

/** What a resident says of each matter, by the fields of the act's form; the rest is the officer's to fill. */
const FIELDS: Record<string, readonly Field[]> = {
  R01: [text('child', 'sex'), text('certificate'), day('certifiedOn')],
  R04: [text('fromPlace'), text('reason')],
  R05: [text('toPlace'), text('reason')],
  R06: [text('address'), text('reason')],
  R07: [text('address')],
  R11: [text('toPlace')],
  R15: [text('address')],
  R18: [text('name')],
  R19: [text('sex')],
  R20: [day('birthDate')],
  R21: [text('kind'), text('value')],
};

export function fieldsOf(matter: string): readonly Field[] {
  return FIELDS[matter] ?? [];
}

/** A draft as its form on the screen has it. */
export interface DraftValues {
  about: SaveMyDraftInput['about'];
  childName?: string;
  childBirthDate?: string;
  circumstances?: string[];
  form?: Record<string, unknown>;
  note?: string;
  neededBy?: string;
  neededFor?: string;
}

/** The papers that these circumstances ask for; all of them are declared. */
export function papersOf(matter: Matter, circumstances: readonly string[]): string[] {
  const asked = matter.papers.filter(
    ({ circumstance }) => !circumstance || circumstances.includes(circumstance),
  );
  return asked.map(({ code }) => code);
}

/** A minor's circumstance is not asked: it follows from whom it is about. */
export function circumstancesAsked(matter: Matter): readonly string[] {
  return matter.circumstances.filter((circumstance) => circumstance !== 'MINOR');
}

/** What is sent of a draft: a newborn child's name and birth date are fields of the act as well. */
export function draftOf(
  matter: Matter,
  values: DraftValues,
): Omit<SaveMyDraftInput, 'applicationId' | 'expectedVersion'> {
  const { about, childName, childBirthDate, form = {}, note, neededBy, neededFor } = values;
  const minor = about === 'CHILD' && matter.circumstances.includes('MINOR');
  const circumstances = [...(values.circumstances ?? []), ...(minor ? ['MINOR'] : [])];
  const child =
    about === 'NEWBORN'
      ? { child: { ...(form.child as object), name: childName, birthDate: childBirthDate } }
      : {};
  return {
    typeCode: matter.code,
    about,
    childName: about === 'ONESELF' ? undefined : childName,
    childBirthDate: about === 'ONESELF' ? undefined : childBirthDate,
    circumstances,
    papers: papersOf(matter, circumstances),
    form: JSON.stringify({ ...form, ...child }),
    note,
    neededBy,
    neededFor,
  };
}
