import { describe, expect, it } from 'vitest';
import { completed, registerForm } from './execution';
import { formOf, leavesOf } from './form-leaves';

describe('the form of an application', () => {
  const form = {
    person: { id: 'opaque', expectedVersion: 1 },
    kind: 'OCCUPATION',
    value: '教师',
    papers: [{ kind: 'CONSENT' }],
  };

  it('shows its values and no id', () => {
    expect(leavesOf(form)).toEqual([
      { path: ['person', 'expectedVersion'], value: 1 },
      { path: ['kind'], value: 'OCCUPATION' },
      { path: ['value'], value: '教师' },
      { path: ['papers', 0, 'kind'], value: 'CONSENT' },
    ]);
    expect(leavesOf({ dwellingId: 'x', from: null, confirmed: false })).toEqual([
      { path: ['confirmed'], value: false },
    ]);
  });

  it('is an object or nothing', () => {
    expect(formOf('{"a":1}')).toEqual({ a: 1 });
    expect(formOf('[1]')).toEqual({});
  });

  it('fills the one form of its matter', () => {
    expect(registerForm('R21', form)).toEqual({ item: form });
    expect(registerForm('R21', { relations: [] })).toEqual({ relations: { relations: [] } });
    expect(registerForm('R07', { household: {} })).toEqual({ householdAddress: { household: {} } });
    expect(registerForm('R07', { person: {} })).toEqual({ personAddress: { person: {} } });
  });

  it('fills none where a move records the act, or where nothing was filled in', () => {
    expect(registerForm('R06', form)).toBeUndefined();
    expect(registerForm('R21', {})).toBeUndefined();
  });

  it('is completed by whom it is about and by what is the officer’s to fill, and keeps what was filled in', () => {
    const person = { id: 'p', version: 3 };
    expect(completed('R21', { kind: 'OCCUPATION', value: '教师' }, { person })).toEqual({
      person: { id: 'p', expectedVersion: 3 },
      basis: 'CHANGE',
      kind: 'OCCUPATION',
      value: '教师',
    });
    expect(completed('R21', form, { person })).toMatchObject({ person: form.person });
    expect(completed('R06', { a: 1 }, { person })).toEqual({ a: 1 });
  });
});
