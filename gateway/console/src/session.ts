import { GUARD } from './graphql';
import { language } from './i18n';

/** Why a sign-in was refused; `TOTP_REQUIRED` asks for the second step. */
export type Refusal =
  | 'TOTP_REQUIRED'
  | 'TOTP_WRONG'
  | 'BAD_CREDENTIALS'
  | 'NO_POSTING'
  | 'LOCKED'
  | 'RATE_LIMITED'
  | 'UNAVAILABLE'
  | 'NETWORK';

const REFUSALS: readonly Refusal[] = [
  'TOTP_REQUIRED',
  'TOTP_WRONG',
  'BAD_CREDENTIALS',
  'NO_POSTING',
  'LOCKED',
  'RATE_LIMITED',
];

export interface Credentials {
  login: string;
  password: string;
  totp?: string;
}

/** The class of this terminal; an account has one session in each (SEC-01). */
function terminal(): 'DESKTOP' | 'MOBILE' {
  return window.matchMedia('(pointer: coarse) and (max-width: 900px)').matches ? 'MOBILE' : 'DESKTOP';
}

function send(method: 'POST' | 'DELETE', body?: Credentials): Promise<Response> {
  return fetch('/session', {
    method,
    credentials: 'same-origin',
    headers: { ...GUARD, 'content-type': 'application/json', 'accept-language': language() },
    body: body && JSON.stringify({ ...body, terminal: terminal() }),
  });
}

async function refusalOf(response: Response): Promise<Refusal> {
  const body: unknown = await response.json().catch(() => undefined);
  const code: unknown = typeof body === 'object' && body && 'code' in body ? body.code : undefined;
  const known = REFUSALS.find((refusal) => refusal === code);
  if (known) return known;
  if (response.status === 429) return 'RATE_LIMITED';
  return response.status < 500 ? 'BAD_CREDENTIALS' : 'UNAVAILABLE';
}

/** Opens a session; answers `undefined` when it worked. The secret lives in a cookie no script can read. */
export async function signIn(credentials: Credentials): Promise<Refusal | undefined> {
  try {
    const response = await send('POST', credentials);
    return response.ok ? undefined : await refusalOf(response);
  } catch {
    return 'NETWORK';
  }
}

/** Ends this terminal's session. */
export async function signOut(): Promise<void> {
  await send('DELETE').catch(() => undefined);
}
