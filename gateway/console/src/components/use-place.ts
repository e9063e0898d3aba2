import { useCallback, useMemo } from 'react';
import { useLocation, useSearchParams } from 'react-router';
import { FIRST, type Place, placeOf } from './keyset';

/** A list's filters and page, kept in the address: going back from a record shows the same rows again. */
export function usePlace<Filter extends string>(names: readonly Filter[]) {
  const [params, setParams] = useSearchParams();
  const { state } = useLocation() as { state: unknown };
  const place = useMemo(() => placeOf(params.get('after'), state), [params, state]);
  const filter = useMemo(() => {
    const entries = names.map((name) => [name, params.get(name) ?? undefined]);
    return Object.fromEntries(entries) as Partial<Record<Filter, string>>;
  }, [names, params]);

  const go = useCallback(
    (next: Place) => {
      setParams(
        (now) => {
          now.delete('after');
          if (next.after) now.set('after', next.after);
          return now;
        },
        { state: { before: next.before } },
      );
    },
    [setParams],
  );
  /** A changed filter begins at the first page. */
  const narrow = useCallback(
    (change: Partial<Record<Filter, string | undefined>>) => {
      setParams((now) => {
        now.delete('after');
        for (const [name, value] of Object.entries<string | undefined>(change)) {
          if (value) now.set(name, value);
          else now.delete(name);
        }
        return now;
      }, { state: { before: FIRST.before } });
    },
    [setParams],
  );
  return { place, filter, go, narrow };
}
