import { useEffect, useSyncExternalStore } from 'react';

function everySecond(tell: () => void) {
  const timer = setInterval(tell, 1000);
  return () => clearInterval(timer);
}
const never = () => () => undefined;
const second = () => Math.floor(Date.now() / 1000);

/** The seconds left until a moment, at which `gone` is called; without a moment nothing is counted. */
export function useVanishing(until: number | undefined, gone?: () => void): number {
  const now = useSyncExternalStore(until === undefined ? never : everySecond, second);
  const left = until === undefined ? 0 : Math.max(0, Math.floor(until / 1000) - now);
  const over = until !== undefined && left === 0;
  useEffect(() => {
    if (over) gone?.();
  }, [over, gone]);
  return left;
}

/** So many seconds from now. */
export function soon(seconds: number): number {
  return Date.now() + seconds * 1000;
}
