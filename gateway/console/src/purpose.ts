import { useSyncExternalStore } from 'react';
import type { Purpose } from './gql/graphql';

/** The purpose chosen last, until the page is left or reloaded: a reason is never assumed. */
let chosen: Purpose | undefined;
const listeners = new Set<() => void>();

function listen(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function choosePurpose(purpose: Purpose | undefined) {
  chosen = purpose;
  listeners.forEach((listener) => listener());
}

/** What the viewer is looking people up for. */
export function usePurpose() {
  return useSyncExternalStore(listen, () => chosen);
}
