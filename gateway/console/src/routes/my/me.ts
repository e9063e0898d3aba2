import { createContext, use } from 'react';
import type { MeQuery } from '../../gql/graphql';

interface Known {
  me: MeQuery['me'];
  /** Asks anew, after who he is has changed. */
  again: () => void;
}

const MeContext = createContext<Known | undefined>(undefined);
export const MeProvider = MeContext.Provider;

/** The resident who is signed in; only inside his pages. */
export function useMe(): Known {
  const known = use(MeContext);
  if (!known) throw new Error("useMe outside the resident's pages");
  return known;
}
