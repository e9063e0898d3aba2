import { useCallback, useState } from 'react';
import { soon, useVanishing } from './use-vanishing';

/** A clear value that leaves the screen by itself, so many seconds after it was shown. */
export function useClear<Value>(seconds: number) {
  const [shown, setShown] = useState<{ value: Value; until: number }>();
  const hide = useCallback(() => setShown(undefined), []);
  const left = useVanishing(shown?.until, hide);
  const show = useCallback((value: Value) => setShown({ value, until: soon(seconds) }), [seconds]);
  return { clear: shown?.value, show, hide, left };
}
