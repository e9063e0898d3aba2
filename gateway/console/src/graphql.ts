import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { useCallback } from 'react';
import { type AnyVariables, Client, type CombinedError, fetchExchange, mapExchange, useClient, useQuery } from 'urql';
import { failureOf, type Failure } from './failure';
import { graphql } from './gql';
import type { UserErrorFragment } from './gql/graphql';
import { language } from './i18n';

/** Sent with every request that carries the session cookie: a page of another site cannot set it. */
export const GUARD = { 'x-huji-csrf': '1' };

/** Heard on `window` when the server no longer knows the session: it expired, or somebody ended it. */
export const SIGNED_OUT = 'huji:signed-out';

function tellSignedOut(error: CombinedError) {
  if (failureOf(error).code === 'UNAUTHENTICATED') window.dispatchEvent(new Event(SIGNED_OUT));
}

/**
 * The one client. It keeps no cache on purpose: what is shown was read, permitted and audited for
 * this very look, and nothing of a person stays in memory after the screen is left.
 */
export function openClient(): Client {
  return new Client({
    url: '/graphql',
    exchanges: [mapExchange({ onError: tellSignedOut }), fetchExchange],
    requestPolicy: 'network-only',
    preferGetMethod: false,
    fetchOptions: () => ({
      credentials: 'same-origin',
      headers: { ...GUARD, 'accept-language': language() },
    }),
  });
}

/** What a screen knows of its question. */
export interface Asked<Data> {
  data: Data | undefined;
  loading: boolean;
  failure: Failure | undefined;
  again: () => void;
}

/** Asks while the screen is open; pass `pause` to wait for a choice of the user. */
export function useAsk<Data, Variables extends AnyVariables>(
  query: TypedDocumentNode<Data, Variables>,
  variables: Variables,
  pause = false,
): Asked<Data> {
  const [result, execute] = useQuery<Data, Variables>({ query, variables, pause });
  const again = useCallback(() => execute({ requestPolicy: 'network-only' }), [execute]);
  return {
    data: result.data,
    loading: result.fetching,
    failure: result.error && failureOf(result.error),
    again,
  };
}

export const USER_ERROR = graphql(`
  fragment UserError on UserError {
    code
    field
    message
  }
`);

/** A refusal we expect, named by the field that caused it. */
export type UserError = UserErrorFragment;

/** Either the answer of a mutation or why there is none. */
export type Told<Data> = { data: Data; failure?: undefined } | { data?: undefined; failure: Failure };

/** Tells the server to do something. */
export function useTell<Data, Variables extends AnyVariables>(mutation: TypedDocumentNode<Data, Variables>) {
  const client = useClient();
  return useCallback(
    async (variables: Variables): Promise<Told<Data>> => {
      const result = await client.mutation(mutation, variables).toPromise();
      const error: CombinedError | undefined = result.error;
      if (error) return { failure: failureOf(error) };
      if (result.data === undefined) return { failure: { code: 'INTERNAL', message: '' } };
      return { data: result.data };
    },
    [client, mutation],
  );
}
