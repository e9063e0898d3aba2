import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import './explorer.css';
import { GraphiQL } from 'graphiql';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { GUARD } from './graphql';

interface Params {
  query: string;
  operationName?: string | null;
  variables?: unknown;
}

interface Options {
  headers?: Record<string, string>;
}

/** Asks as whoever is signed in to the console, or by the bearer token typed into the headers pane. */
async function ask(params: Params, options?: Options): Promise<never> {
  const response = await fetch('/graphql', {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      accept: 'application/graphql-response+json, application/json;q=0.9',
      'content-type': 'application/json',
      ...GUARD,
      ...options?.headers,
    },
    body: JSON.stringify(params),
  });
  // GraphiQL shows whatever the answer is, a refusal included.
  return (await response.json()) as never;
}

/** Keeps nothing: a query may hold a person's number, and the next one at this desk must not find it. */
const forgetful: Storage = {
  length: 0,
  clear: () => undefined,
  getItem: () => null,
  key: () => null,
  removeItem: () => undefined,
  setItem: () => undefined,
};

const root = document.getElementById('explorer');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <GraphiQL
        fetcher={ask}
        storage={forgetful}
        shouldPersistHeaders={false}
        defaultQuery={'# 户籍 Huji\n{\n  viewer {\n    name\n    role\n    precinct {\n      name\n    }\n  }\n}\n'}
      />
    </StrictMode>,
  );
}
