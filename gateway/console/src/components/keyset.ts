/** Where a reader of a keyset list stands: the cursor shown now, and those of the pages before it. */
export interface Place {
  after?: string;
  /** Cursors of the earlier pages, oldest first; the first page has none. */
  before: readonly (string | undefined)[];
}

export const FIRST: Place = { before: [] };

/** The next page, which begins behind `endCursor`. */
export function forward(place: Place, endCursor: string | null | undefined): Place {
  return endCursor ? { after: endCursor, before: [...place.before, place.after] } : place;
}

/** The page before; of a place opened by its address only, the first page. */
export function backward(place: Place): Place {
  return { after: place.before.at(-1), before: place.before.slice(0, -1) };
}

/** Whether there is anything before this page. */
export function hasEarlier(place: Place): boolean {
  return place.after !== undefined;
}

/** Reads the place from an address and what the browser kept beside it; anything malformed is the first page. */
export function placeOf(after: string | null, kept: unknown): Place {
  if (!after) return FIRST;
  const before: unknown = typeof kept === 'object' && kept && 'before' in kept ? kept.before : undefined;
  const cursors = Array.isArray(before) ? before.filter(isCursor) : [];
  return { after, before: cursors };
}

function isCursor(value: unknown): value is string | undefined {
  return value === undefined || typeof value === 'string';
}
