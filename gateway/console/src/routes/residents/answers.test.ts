import { describe, expect, it } from 'vitest';
import { canBeMet, refusalsOf, restricts } from './answers';

const linked = (kind: 'COPY' | 'CORRECT' | 'DELETE' | 'RESTRICT') => ({ kind, personId: 'p' });
const unknown = (kind: 'DELETE' | 'RESTRICT') => ({ kind, personId: null });

describe('the answer to a request about one’s own data', () => {
  it('is, to the deletion of a record, that the law keeps it (PRV-17)', () => {
    expect(canBeMet(linked('DELETE'))).toBe(false);
    expect(refusalsOf(linked('DELETE'))).toEqual(['KEPT_BY_LAW']);
    expect(restricts(linked('DELETE'), 'KEPT_BY_LAW')).toBe(true);
  });

  it('is free where the register has no record of the asker', () => {
    expect(canBeMet(unknown('DELETE'))).toBe(true);
    expect(refusalsOf(unknown('DELETE'))).toHaveLength(4);
    expect(restricts(unknown('DELETE'), 'KEPT_BY_LAW')).toBe(false);
    expect(restricts(unknown('RESTRICT'), undefined)).toBe(false);
  });

  it('restricts the record where that was asked and is not refused', () => {
    expect(restricts(linked('RESTRICT'), undefined)).toBe(true);
    expect(restricts(linked('RESTRICT'), 'UNFOUNDED')).toBe(false);
    expect(restricts(linked('COPY'), undefined)).toBe(false);
    expect(restricts(linked('CORRECT'), 'KEPT_BY_LAW')).toBe(false);
  });
});
