import { describe, expect, it } from 'vitest';
import { backward, FIRST, forward, hasEarlier, placeOf } from './keyset';

describe('keyset places', () => {
  it('goes forward by the end cursor and back the same way', () => {
    const second = forward(FIRST, 'a');
    const third = forward(second, 'b');
    expect(third).toEqual({ after: 'b', before: [undefined, 'a'] });
    expect(backward(third)).toEqual(second);
    expect(backward(second)).toEqual(FIRST);
  });

  it('stays where it is at the last page', () => {
    const second = forward(FIRST, 'a');
    expect(forward(second, null)).toBe(second);
    expect(forward(second, undefined)).toBe(second);
  });

  it('has something earlier everywhere but on the first page', () => {
    expect(hasEarlier(FIRST)).toBe(false);
    expect(hasEarlier(forward(FIRST, 'a'))).toBe(true);
    expect(hasEarlier(placeOf('x', null))).toBe(true);
  });

  it('returns to the first page from an address somebody sent', () => {
    expect(backward(placeOf('x', null))).toEqual(FIRST);
  });

  it('keeps only cursors out of what the browser kept', () => {
    expect(placeOf('c', { before: [undefined, 'a', 7, null] })).toEqual({ after: 'c', before: [undefined, 'a'] });
    expect(placeOf(null, { before: ['a'] })).toBe(FIRST);
    expect(placeOf('c', 'nonsense')).toEqual({ after: 'c', before: [] });
  });
});
