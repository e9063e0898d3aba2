import type { SlotsFragment } from '../../gql/graphql';
import { dayOf } from '../../station-time';

export type Slot = SlotsFragment['appointmentSlots'][number];

/** A day that can be chosen: with its slots, or with why there are none. */
export interface OpenDay {
  day: string;
  slots: Slot[];
  free: number;
  reason?: string;
}

/** The days of the calendar in their order, each with the slots that begin on it where the station stands. */
export function daysOf({
  openingCalendar,
  appointmentSlots,
}: Pick<SlotsFragment, 'openingCalendar' | 'appointmentSlots'>): OpenDay[] {
  return openingCalendar.map(({ day, reason }) => {
    const slots = appointmentSlots.filter(({ startsAt }) => dayOf(startsAt) === day);
    return { day, slots, free: slots.reduce((sum, slot) => sum + slot.free, 0), reason: reason ?? undefined };
  });
}
