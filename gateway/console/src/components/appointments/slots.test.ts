import { describe, expect, it } from 'vitest';
import { daysOf } from './slots';

const slot = (startsAt: string, free: number) => ({ startsAt, endsAt: startsAt, free });
const open = (day: string, reason: string | null = null) => ({
  day,
  reason,
});

describe('the days of a calendar', () => {
  it('hold the slots that begin on them in Beijing, whatever the day is elsewhere', () => {
    const days = daysOf({
      openingCalendar: [open('2026-11-28'), open('2026-11-29', '检修')],
      appointmentSlots: [
        slot('2026-11-27T23:30:00Z', 2),
        slot('2026-11-28T01:00:00Z', 1),
        slot('2026-11-28T15:30:00Z', 0),
      ],
    });
    expect(days.map(({ day, free, slots }) => [day, slots.length, free])).toEqual([
      ['2026-11-28', 3, 3],
      ['2026-11-29', 0, 0],
    ]);
    expect(days[1]?.reason).toBe('检修');
  });
});
