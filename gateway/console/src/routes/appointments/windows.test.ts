import { describe, expect, it } from 'vitest';
import { weekOf, windowsOf } from './windows';

const window = (opens: string, closes: string) => ({ opens, closes, slotMinutes: 30, capacity: 4, walkIns: 1 });
const visit = (startsAt: string, state: 'BOOKED' | 'CHECKED_IN' | 'SERVED' = 'BOOKED') => ({ startsAt, state });

describe('the windows of a day', () => {
  it('hold whoever comes in them in Beijing, from when they open to before they close', () => {
    const rows = [visit('2026-11-26T01:00:00Z'), visit('2026-11-26T03:30:00Z', 'CHECKED_IN'), visit('2026-11-26T05:30:00Z')];
    const found = windowsOf([window('09:00', '12:00'), window('13:30', '17:00')], rows);
    expect(found.map(({ rows, booked, waiting }) => [rows.length, booked, waiting])).toEqual([
      [2, 1, 1],
      [1, 1, 0],
    ]);
  });

  it('stand there empty as well, and a window till midnight has an end', () => {
    expect(windowsOf([window('18:00', '24:00')], [visit('2026-11-26T15:30:00Z')])[0]?.rows).toHaveLength(1);
    expect(windowsOf([window('18:00', '24:00')], [])[0]?.rows).toEqual([]);
  });

  it('have whoever is in none of them last', () => {
    const found = windowsOf([window('09:00', '12:00')], [visit('2026-11-26T04:00:00Z', 'SERVED')]);
    expect(found.map((one) => [one.window?.opens, one.rows.length, one.booked])).toEqual([
      ['09:00', 0, 0],
      [undefined, 1, 0],
    ]);
    expect(windowsOf([], [])).toEqual([]);
  });
});

describe('the week of a station', () => {
  it('has seven days from Monday on, those that nobody set among them', () => {
    const windows = [window('09:00', '12:00')];
    const week = weekOf([{ weekday: 'SATURDAY', validFrom: '2026-01-01', validTo: null, windows }]);
    expect(week).toHaveLength(7);
    expect(week[0]).toMatchObject({ weekday: 'MONDAY', windows: [] });
    expect(week[5]).toMatchObject({ weekday: 'SATURDAY', windows });
  });
});
