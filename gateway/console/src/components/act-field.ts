import { useTranslation } from 'react-i18next';
import type { Basis, ComparisonMethod, ItemKind, MoveReason, Sex } from '../gql/graphql';

const BASES: readonly Basis[] = ['CHANGE', 'CORRECTION'];
const ITEMS: readonly ItemKind[] = ['EDUCATION', 'EMPLOYER', 'MARITAL', 'OCCUPATION', 'PHONE'];
const METHODS: readonly ComparisonMethod[] = ['IN_PERSON', 'LABORATORY', 'SYSTEM', 'VISIT'];
const MOVES: readonly MoveReason[] = ['HOME', 'MARRIAGE', 'STUDY', 'GRADUATION', 'EMPLOYMENT'];
const SEXES: readonly Sex[] = ['MALE', 'FEMALE'];

/** The fields of the acts' forms that have a name of their own; another is called as the form calls it. */
const NAMED = [
  'address',
  'basis',
  'birthDate',
  'by',
  'certificate',
  'certifiedOn',
  'confirmed',
  'diedOn',
  'expectedVersion',
  'fromPlace',
  'idNumber',
  'issuedOn',
  'kind',
  'married',
  'matched',
  'method',
  'name',
  'number',
  'phone',
  'printedRelation',
  'reason',
  'relation',
  'sex',
  'toPlace',
  'value',
] as const;

type Path = readonly (string | number)[];

/** What a field of an act's form is called: the last word of its way says what it is. */
export function useFieldName() {
  const { t } = useTranslation();
  return (path: Path) => {
    const last = path.findLast((step) => typeof step === 'string');
    const known = NAMED.find((name) => name === last);
    return known ? t(`formField.${known}`) : (last ?? '');
  };
}

/** What can be chosen in a field of an act's form; nothing where it is written freely. */
export function useFieldChoices() {
  const { t } = useTranslation();
  const tables = {
    basis: BASES.map((value) => ({ value, label: t(`basis.${value}`) })),
    method: METHODS.map((value) => ({ value, label: t(`comparisonMethod.${value}`) })),
    reason: MOVES.map((value) => ({ value, label: t(`moveReason.${value}`) })),
    sex: SEXES.map((value) => ({ value, label: t(`sex.${value}`) })),
    kind: ITEMS.map((value) => ({ value, label: t(`itemKind.${value}`) })),
  };
  return (path: Path): { value: string; label: string }[] | undefined => {
    const last = String(path.at(-1) ?? '');
    // A paper has a kind as well, and it is another list.
    if (last === 'kind' && path.length > 1) return undefined;
    return last in tables ? tables[last as keyof typeof tables] : undefined;
  };
}
