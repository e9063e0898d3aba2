import { type KeyboardEvent, useCallback } from 'react';

/** Links that stand for their row carry `data-row`; arrow keys walk from one to the next. */
export const ROW_LINK = { 'data-row': '' };

/** Arrow keys, Home and End move along the rows of a table; Enter opens, as on every link. */
export function useRowKeys() {
  return useCallback((event: KeyboardEvent<HTMLElement>) => {
    const links = Array.from(event.currentTarget.querySelectorAll<HTMLElement>('a[data-row]'));
    const here = links.indexOf(document.activeElement as HTMLElement);
    if (here < 0) return;
    const next = { ArrowDown: here + 1, ArrowUp: here - 1, Home: 0, End: links.length - 1 }[event.key];
    const link = next === undefined ? undefined : links[next];
    if (!link) return;
    event.preventDefault();
    link.focus();
  }, []);
}
