import { circumstancesOf, papersOf } from '../../../components/matter/fields';
import type { MyMattersQuery, SaveMyDraftInput } from '../../../gql/graphql';

export type Matter = MyMattersQuery['me']['matters'][number];

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

/** What is sent of a draft: a newborn child's name and birth date are fields of the act as well. */
export function draftOf(
  matter: Matter,
  values: DraftValues,
): Omit<SaveMyDraftInput, 'applicationId' | 'expectedVersion'> {
  const { about, childName, childBirthDate, form = {}, note, neededBy, neededFor } = values;
  const circumstances = circumstancesOf(matter, values.circumstances, about === 'CHILD');
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
    papers: papersOf(matter, circumstances).map(({ code }) => code),
    form: JSON.stringify({ ...form, ...child }),
    note,
    neededBy,
    neededFor,
  };
}
