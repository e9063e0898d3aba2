import { describe, expect, it } from 'vitest';
import { stayersOf, successionOf } from './succession';

const member = (id: string, isHead = false) => ({ isHead, person: { id, name: '张**' } });
const household = { members: [member('head', true), member('wife'), member('son')] };

describe('who heads those who stay', () => {
  it('is asked where the head leaves and somebody stays', () => {
    const stay = stayersOf({ persons: [{ personId: 'head' }], household });
    expect(stay?.map(({ person }) => person.id)).toEqual(['wife', 'son']);
  });

  it('is not asked where the head stays, where all go, and where the household is not of this register', () => {
    expect(stayersOf({ persons: [{ personId: 'son' }], household })).toBeUndefined();
    expect(
      stayersOf({ persons: household.members.map(({ person }) => ({ personId: person.id })), household }),
    ).toBeUndefined();
    expect(stayersOf({ persons: [{ personId: null }], household: null })).toBeUndefined();
  });

  it('names everybody else once, and not the new head', () => {
    const stay = household.members.slice(1);
    expect(successionOf(stay, { headId: 'wife', relations: { son: '20', wife: '10' } })).toEqual({
      headId: 'wife',
      relations: [{ personId: 'son', relation: '20' }],
    });
    expect(successionOf(stay, {})).toBeUndefined();
  });
});
