import { describe, expect, it } from 'vitest';
import { isOverdue } from './overdue';

describe('the day of a task', () => {
  it('still counts itself, and none after it', () => {
    expect(isOverdue({ state: 'OPEN', due: '2026-11-26' }, '2026-11-26')).toBe(false);
    expect(isOverdue({ state: 'OPEN', due: '2026-11-26' }, '2026-11-27')).toBe(true);
  });

  it('is over for nobody who has answered', () => {
    for (const state of ['DONE', 'REFUSED', 'CANCELLED'] as const)
      expect(isOverdue({ state, due: '2026-11-26' }, '2026-12-26')).toBe(false);
  });
});
