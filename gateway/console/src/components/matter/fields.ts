import type { MatterRowFragment } from '../../gql/graphql';

/** A field that is asked for: where it goes in the act's form, and how it is written. */
export interface Field {
  path: readonly string[];
  kind: 'text' | 'day';
}

const text = (...path: string[]): Field => ({ path, kind: 'text' });
const day = (...path: string[]): Field => ({ path, kind: 'day' });

/** What is said of each matter when it is filed, by the fields of the act's form; the rest is the officer's to fill when it is executed. */
const FIELDS: Record<string, readonly Field[]> = {
  R01: [text('child', 'sex'), text('certificate'), day('certifiedOn')],
  R04: [text('fromPlace'), text('reason')],
  R05: [text('toPlace'), text('reason')],
  R06: [text('address'), text('reason')],
  R07: [text('address')],
  R08: [day('diedOn')],
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

/** The papers that these circumstances ask for; all of them are declared. */
export function papersOf({ papers }: MatterRowFragment, circumstances: readonly string[]) {
  return papers.filter(({ circumstance }) => !circumstance || circumstances.includes(circumstance));
}

/** A minor's circumstance is not asked: it follows from whom it is about. */
export function circumstancesAsked({ circumstances }: MatterRowFragment): readonly string[] {
  return circumstances.filter((circumstance) => circumstance !== 'MINOR');
}

/** What was said, and that it is about a minor where the matter makes a difference of it. */
export function circumstancesOf(
  { circumstances }: MatterRowFragment,
  said: readonly string[] | undefined,
  isMinor: boolean,
): string[] {
  return [...(said ?? []), ...(isMinor && circumstances.includes('MINOR') ? ['MINOR'] : [])];
}
