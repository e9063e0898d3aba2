import type { HouseholdQuery, MemberFragment } from '../../gql/graphql';

type Read = NonNullable<HouseholdQuery['precinct']['household']>;
type Address = Read['addressHistory'][number];
type HistoryAct = MemberFragment['act'];
type Subject = NonNullable<Read['acts']>[number]['subjects'][number];

/** What an act did to one member of this household. */
export interface Change {
  kind: 'joined' | 'left' | 'relation' | 'corrected';
  /** The entry that the act wrote. */
  entry: MemberFragment;
  /** The entry before it, where the relation is another since. */
  before?: MemberFragment;
}

/** An act in a household's history, with everything it did there. */
export interface Moment {
  act: HistoryAct;
  effectiveOn: string;
  recordedAt: string;
  /** The memberships it wrote. */
  entries: MemberFragment[];
  changes: Change[];
  /** The address from then on, where the act changed it. */
  address?: string;
  /** Persons and households that the act concerned beyond that. */
  concerned: Subject[];
}

/**
 * The acts of a household, the latest in law first. An act that ended an entry wrote it once more with its end, so that entries
 * alone tell who came, left or got another relation; the acts themselves, where the viewer may read them, tell the rest.
 */
export function timelineOf({
  history,
  addressHistory,
  acts,
}: Pick<Read, 'history' | 'addressHistory' | 'acts'>): Moment[] {
  const moments = new Map<string, Moment>();
  const at = (act: HistoryAct) => {
    const known = moments.get(act.id);
    if (known) return known;
    const { effectiveOn, recordedAt } = act;
    const made: Moment = { act, effectiveOn, recordedAt, entries: [], changes: [], concerned: [] };
    moments.set(act.id, made);
    return made;
  };
  for (const entry of history) at(entry.act).entries.push(entry);
  for (const moment of moments.values()) moment.changes = changesOf(moment.entries, history);
  for (const entry of addressHistory) at(entry.act).address ??= addressAfter(entry, addressHistory);
  for (const act of acts ?? []) {
    const moment = at(act);
    moment.concerned = furtherOf(act.subjects, moment.changes);
  }
  return [...moments.values()].sort(latestFirst);
}

function latestFirst(a: Moment, b: Moment): number {
  return b.effectiveOn.localeCompare(a.effectiveOn) || b.recordedAt.localeCompare(a.recordedAt);
}

/** One change a person, out of the entries that one act wrote. */
function changesOf(written: readonly MemberFragment[], history: readonly MemberFragment[]): Change[] {
  // The history is read backwards; who was entered first is told first, and the head before all.
  const inOrder = written.toReversed().sort((a, b) => Number(b.isHead) - Number(a.isHead));
  const persons = [...new Set(inOrder.map((entry) => entry.person.id))];
  return persons.flatMap((id): Change[] => {
    const own = written.filter((entry) => entry.person.id === id);
    const open = own.find((entry) => !entry.effectiveTo);
    const ended = own.find((entry) => entry.effectiveTo);
    if (!open) return ended ? [{ kind: 'left', entry: ended }] : [];
    if (ended) return [{ kind: 'relation', entry: open, before: ended }];
    const before = history.find((entry) => isReplaced(entry, open));
    return [before ? { kind: 'corrected', entry: open, before } : { kind: 'joined', entry: open }];
  });
}

/** Whether an entry was taken back when another of the same person and the same beginning was written. */
function isReplaced(old: MemberFragment, by: MemberFragment): boolean {
  return (
    old.id !== by.id &&
    old.person.id === by.person.id &&
    old.effectiveFrom === by.effectiveFrom &&
    old.supersededAt === by.recordedAt
  );
}

/** An act that ended an address moved the household to the one that begins that day, unless it closed it. */
function addressAfter(ended: Address, all: readonly Address[]): string | undefined {
  return ended.effectiveTo
    ? all.find((entry) => entry.effectiveFrom === ended.effectiveTo)?.address
    : undefined;
}

/** Whom the act concerned besides those whose entry it wrote. */
function furtherOf(subjects: readonly Subject[], changes: readonly Change[]): Subject[] {
  const told = new Set(changes.map(({ entry }) => entry.person.id));
  return subjects.filter(({ person, role }) => person && role !== 'FOLLOWED' && !told.has(person.id));
}
