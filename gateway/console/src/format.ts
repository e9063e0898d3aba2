import { language } from './i18n';
import { ZONE } from './station-time';

/** A count, grouped by thousands. */
export function count(value: number): string {
  return new Intl.NumberFormat(language()).format(value);
}

/** A moment as `2026-11-24 10:58`, or with seconds. */
export function moment(value: string | null | undefined, seconds = false): string {
  if (!value) return '–';
  const parts = new Intl.DateTimeFormat('sv-SE', {
    timeZone: ZONE,
    dateStyle: 'short',
    timeStyle: seconds ? 'medium' : 'short',
  });
  return parts.format(new Date(value));
}

/** A calendar date as the register writes it, `2026-11-24`. */
export function day(value: string | null | undefined): string {
  return value ?? '–';
}

/** A period; an open end is the present. */
export function period(from: string, to: string | null | undefined, present: string): string {
  return `${from} – ${to ?? present}`;
}
