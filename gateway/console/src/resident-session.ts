import { GUARD } from './graphql';
import { language } from './i18n';

/** What is read and chosen before the first sign-in: the notice in force, and the stations. */
export interface Welcome {
  notice: { version: number; textZh: string; textEn: string; validFrom: string };
  stations: readonly { code: string; name: string }[];
}

/** Why a code was not sent or nobody let in; `NOTICE_REQUIRED` and `STATION_REQUIRED` ask for one thing more, and the code still counts. */
const REFUSALS = [
  'PHONE',
  'CODE_WRONG',
  'NOTICE_REQUIRED',
  'STATION_REQUIRED',
  'NO_POSTING',
  'RATE_LIMITED',
  'UNAVAILABLE',
  'NETWORK',
] as const;
export type PhoneRefusal = (typeof REFUSALS)[number];

export interface PhoneCredentials {
  phone: string;
  code: string;
  station?: string;
  notice?: number;
}

const HEADERS = { ...GUARD, 'content-type': 'application/json' };

function post(path: string, body: object): Promise<Response> {
  return fetch(path, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { ...HEADERS, 'accept-language': language() },
    body: JSON.stringify(body),
  });
}

async function refusalOf(response: Response): Promise<PhoneRefusal> {
  const body: unknown = await response.json().catch(() => undefined);
  const code: unknown = typeof body === 'object' && body && 'code' in body ? body.code : undefined;
  if (response.status === 429) return 'RATE_LIMITED';
  return REFUSALS.find((refusal) => refusal === code) ?? 'UNAVAILABLE';
}

/** The notice and the stations; nothing when they cannot be had now. */
export async function welcome(): Promise<Welcome | undefined> {
  const response = await fetch('/residents/welcome').catch(() => undefined);
  return response?.ok ? ((await response.json()) as Welcome) : undefined;
}

async function attempt(path: string, body: object): Promise<PhoneRefusal | undefined> {
  try {
    const response = await post(path, body);
    return response.ok ? undefined : await refusalOf(response);
  } catch {
    return 'NETWORK';
  }
}

/** Asks for a code; answers `undefined` whether or not one was sent, because that is told to nobody. */
export function requestCode(phone: string): Promise<PhoneRefusal | undefined> {
  return attempt('/residents/code', { phone });
}

/** Opens a session for whoever holds the telephone. */
export function signInByPhone(credentials: PhoneCredentials): Promise<PhoneRefusal | undefined> {
  return attempt('/residents/session', credentials);
}
