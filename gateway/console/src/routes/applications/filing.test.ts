import { describe, expect, it } from 'vitest';
import { filingOf, isMinorOn } from './filing';

const paper = (code: string, circumstance: string | null = null) => ({ code, label: code, labelEn: code, circumstance });
const MATTER = {
  code: 'R18',
  label: '',
  labelEn: '',
  circumstances: ['MINOR'],
  papers: [paper('BOOKLET'), paper('GUARDIAN_CONSENT', 'MINOR')],
};
const TODAY = '2026-11-26';
const asks = { applicantKind: 'PARENT' as const, applicantName: '张三' };
const person = { id: 'p', name: '**', isMinor: true, household: { id: 'h', number: '4201' } };

describe('an application at the counter', () => {
  it('is about somebody registered here, in his household, with the papers that a minor needs', () => {
    const filed = filingOf(MATTER, { way: 'registered', person }, { ...asks, form: { name: '张四' } }, TODAY);
    expect(filed).toMatchObject({
      typeCode: 'R18',
      subjectId: 'p',
      householdId: 'h',
      circumstances: ['MINOR'],
      papers: ['BOOKLET', 'GUARDIAN_CONSENT'],
      applicantName: '张三',
    });
    expect(filed.subjectName).toBeUndefined();
    expect(JSON.parse(filed.form ?? '')).toEqual({ name: '张四' });
  });

  it('names the household that was found instead, where one was', () => {
    const household = { id: 'other', version: 1 };
    expect(filingOf(MATTER, { way: 'registered', person }, { ...asks, household }, TODAY).householdId).toBe('other');
    expect(filingOf(MATTER, { way: 'household' }, { ...asks, household }, TODAY)).toMatchObject({
      householdId: 'other',
      subjectId: undefined,
      papers: ['BOOKLET'],
    });
  });

  it('writes a newborn child into the form of the act', () => {
    const subject = { name: '张小小', birthDate: '2026-11-01' };
    const birth = { ...MATTER, code: 'R01', circumstances: [] };
    const filed = filingOf(birth, { way: 'unregistered' }, { ...asks, subject, form: { child: { sex: 'MALE' } } }, TODAY);
    expect(filed).toMatchObject({ subjectName: '张小小', subjectBirthDate: '2026-11-01', circumstances: [] });
    expect(JSON.parse(filed.form ?? '')).toEqual({
      child: { sex: 'MALE', name: '张小小', birthDate: '2026-11-01' },
    });
  });

  it('forgets who was told when somebody registered was chosen after all', () => {
    const subject = { name: '李四', birthDate: '1990-01-01' };
    expect(filingOf(MATTER, { way: 'household' }, { ...asks, subject }, TODAY).subjectName).toBeUndefined();
  });
});

describe('majority', () => {
  it('begins on the eighteenth birthday', () => {
    expect(isMinorOn('2008-11-27', TODAY)).toBe(true);
    expect(isMinorOn('2008-11-26', TODAY)).toBe(false);
    expect(isMinorOn(undefined, TODAY)).toBe(false);
  });
});
