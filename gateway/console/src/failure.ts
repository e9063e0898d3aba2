import type { CombinedError } from 'urql';

/** Why there is no answer: a stable code, the server's sentence, and the request id to quote to support. */
export interface Failure {
  code: string;
  message: string;
  requestId?: string;
}

/** Codes that have a sentence of their own under `failure.` in the locales. */
export const KNOWN_CODES = [
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'NOT_FOUND',
  'BAD_INPUT',
  'PURPOSE_REQUIRED',
  'APPROVAL_REQUIRED',
  'STALE_VERSION',
  'CONFLICT',
  'QUOTA',
  'COST',
  'RATE_LIMITED',
  'SUSPENDED',
  'UNAVAILABLE',
  'NETWORK',
  'INTERNAL',
] as const;
export type KnownCode = (typeof KNOWN_CODES)[number];

/** A code we do not know is shown as an internal failure. */
export function knownCode(code: string): KnownCode {
  return KNOWN_CODES.find((known) => known === code) ?? 'INTERNAL';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function requestIdOf(error: CombinedError): string | undefined {
  const extensions = error.graphQLErrors[0]?.extensions;
  const response: unknown = error.response;
  const header = response instanceof Response ? response.headers.get('x-request-id') : undefined;
  return text(extensions?.requestId) ?? text(header);
}

function codeOf(error: CombinedError): string {
  const code = text(error.graphQLErrors[0]?.extensions.code);
  if (code) return code;
  const response: unknown = error.response;
  const status = response instanceof Response ? response.status : 0;
  if (status === 401) return 'UNAUTHENTICATED';
  if (status === 403) return 'FORBIDDEN';
  if (status === 429) return 'RATE_LIMITED';
  if (status >= 500) return 'UNAVAILABLE';
  return error.networkError ? 'NETWORK' : 'INTERNAL';
}

/** Reads the first error of an answer; the server orders them by weight. */
export function failureOf(error: CombinedError): Failure {
  return {
    code: codeOf(error),
    message: error.graphQLErrors[0]?.message ?? '',
    requestId: requestIdOf(error),
  };
}
