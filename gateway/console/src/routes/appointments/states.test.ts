import { describe, expect, it } from 'vitest';
import { isOpen, stepsOf } from './states';

const at = (state: 'BOOKED' | 'CHECKED_IN' | 'SERVED' | 'NO_SHOW' | 'CANCELLED') => ({
  state,
  day: '2026-11-26',
  startsAt: '2026-11-26T01:00:00Z',
});
const BEFORE = new Date('2026-11-26T00:30:00Z');
const DURING = new Date('2026-11-26T01:10:00Z');

describe('the steps of an appointment', () => {
  it('let a visitor come on his day, and be missed once his slot has begun (APT-04)', () => {
    expect(stepsOf(at('BOOKED'), BEFORE)).toEqual(['checkIn', 'cancel']);
    expect(stepsOf(at('BOOKED'), DURING)).toEqual(['checkIn', 'miss', 'cancel']);
  });

  it('let nobody come on another day, by the calendar of the station', () => {
    expect(stepsOf(at('BOOKED'), new Date('2026-11-25T15:59:00Z'))).toEqual(['cancel']);
    expect(stepsOf(at('BOOKED'), new Date('2026-11-26T16:01:00Z'))).toEqual(['miss', 'cancel']);
  });

  it('serve whoever is here, and lead nowhere once it is over', () => {
    expect(stepsOf(at('CHECKED_IN'), BEFORE)).toEqual(['serve', 'cancel']);
    expect(stepsOf(at('CHECKED_IN'), DURING)).toEqual(['serve', 'miss', 'cancel']);
    for (const state of ['SERVED', 'NO_SHOW', 'CANCELLED'] as const) {
      expect(stepsOf(at(state), DURING)).toEqual([]);
      expect(isOpen(at(state))).toBe(false);
    }
  });
});
