/** Stations keep one clock, wherever the terminal stands. */
export const ZONE = 'Asia/Shanghai';

/** The calendar day of a moment, where the stations are. */
export function dayOf(value: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(new Date(value));
}

/** Today, where the stations are. */
export function today(): string {
  return dayOf(new Date().toISOString());
}

/** The time of day, `10:58`. */
export function clock(value: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, timeStyle: 'short' }).format(new Date(value));
}
