import type { AppointmentRowFragment } from '../../gql/graphql';
import { dayOf } from '../../station-time';

export type Step = 'checkIn' | 'serve' | 'miss' | 'cancel';

type Visit = Pick<AppointmentRowFragment, 'state' | 'day' | 'startsAt'>;

/** The steps that lead on from here at this moment: nobody comes on another day, or is missed before his slot has begun. */
export function stepsOf({ state, day, startsAt }: Visit, now: Date): readonly Step[] {
  const begun = new Date(startsAt) <= now;
  if (state === 'CHECKED_IN') return begun ? ['serve', 'miss', 'cancel'] : ['serve', 'cancel'];
  if (state !== 'BOOKED') return [];
  const today = day === dayOf(now.toISOString());
  return [...(today ? (['checkIn'] as const) : []), ...(begun ? (['miss'] as const) : []), 'cancel'];
}

/** Whether the visitor may be called: only while a place is held for him. */
export function isOpen({ state }: Pick<Visit, 'state'>): boolean {
  return state === 'BOOKED' || state === 'CHECKED_IN';
}

/** Which appointment a step is of, in the version that was seen (REG-19). */
export function seen({ id, version }: Pick<AppointmentRowFragment, 'id' | 'version'>) {
  return { appointmentId: id, expectedVersion: version };
}
