import { createContext, use } from 'react';
import { graphql } from './gql';
import type { Action, Domain, ViewerQuery } from './gql/graphql';

export const VIEWER = graphql(`
  query Viewer {
    viewer {
      id
      name
      login
      role
      readsDistrict
      precinct {
        id
        name
        shortName
      }
      beats {
        id
        name
      }
      permissions {
        domain
        actions
      }
    }
  }
`);

export type Viewer = ViewerQuery['viewer'];

/** Whether the server's role table lets the viewer do this; the server decides again at each request. */
export function may(viewer: Viewer, domain: Domain, action: Action = 'LIST'): boolean {
  return viewer.permissions.some((p) => p.domain === domain && p.actions.includes(action));
}

const ViewerContext = createContext<Viewer | undefined>(undefined);
export const ViewerProvider = ViewerContext.Provider;

/** Who is signed in; only inside the shell. */
export function useViewer(): Viewer {
  const viewer = use(ViewerContext);
  if (!viewer) throw new Error('useViewer outside the shell');
  return viewer;
}
