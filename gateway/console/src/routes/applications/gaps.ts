import type { GapInput, PaperState } from '../../gql/graphql';

interface Item {
  code: string;
  isRequired: boolean;
  state?: PaperState | null;
}

/** Whether a paper is asked for and has not come: it must be among the gaps of a return. */
export function isMissing({ isRequired, state }: Item): boolean {
  return isRequired && state !== 'RECEIVED' && state !== 'CHECKED';
}

/** What a reviewer ticked and wrote, by the paper's code; and what is wrong beside the papers. */
export interface NamedGaps {
  papers?: Record<string, { named?: boolean; note?: string; aroseSince?: boolean } | undefined>;
  others?: { code?: string; note?: string }[];
}

/** Every gap at once: all papers that are missing, whatever was ticked, those that were ticked, and the rest. */
export function gapsOf(checklist: readonly Item[], { papers = {}, others = [] }: NamedGaps): GapInput[] {
  const named = checklist.filter((item) => isMissing(item) || papers[item.code]?.named);
  return [
    ...named.map(({ code }) => ({
      code,
      ...said(papers[code]?.note),
      aroseSince: papers[code]?.aroseSince ?? false,
    })),
    ...others.flatMap(({ code, note }) => (code?.trim() ? [{ code: code.trim(), ...said(note) }] : [])),
  ];
}

function said(note: string | undefined) {
  const words = note?.trim();
  return words ? { note: words } : {};
}
