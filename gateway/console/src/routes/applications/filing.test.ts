import { describe, expect, it } from 'vitest';
import { aboutPerson, filingOf, isMinorOn, keptOf } from './filing';

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
    const filed = filingOf(MATTER, aboutPerson(person), { ...asks, form: { name: '张四' } }, TODAY);
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
    expect(filingOf(MATTER, aboutPerson(person), { ...asks, household }, TODAY).householdId).toBe('other');
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

describe('an application that is changed', () => {
  const kept = {
    subjectId: null,
    subjectName: '**',
    householdId: 'h',
    circumstances: ['MINOR', 'COURT'],
    applicantKind: 'PARENT' as const,
    neededBy: null,
    neededFor: '入学',
    note: null,
  };
  const clear = {
    form: '{"child":{"sex":"MALE","name":"张小小","birthDate":"2026-11-01"}}',
    applicantName: '张三',
    applicantIdNumber: null,
    applicantPhone: null,
    subjectName: '张小小',
    subjectIdNumber: null,
  };

  it('is about whom it was, and says what was said', () => {
    const { about, values } = keptOf(kept, clear);
    expect(about).toEqual({ way: 'unregistered', householdId: 'h' });
    expect(values).toMatchObject({
      subject: { name: '张小小', birthDate: '2026-11-01' },
      applicantName: '张三',
      circumstances: ['COURT'],
      neededFor: '入学',
    });
    const birth = { ...MATTER, code: 'R01' };
    expect(filingOf(birth, about, values, TODAY)).toMatchObject({ householdId: 'h', subjectName: '张小小' });
  });

  it('stays with a person by his record, whose name stays masked', () => {
    const { about, values } = keptOf({ ...kept, subjectId: 'p' }, clear);
    expect(about).toMatchObject({ way: 'registered', person: { id: 'p', name: '**', isMinor: true } });
    expect(values.subject).toBeUndefined();
  });

  it('is about a household where it names nobody', () => {
    expect(keptOf(kept, { ...clear, subjectName: null }).about.way).toBe('household');
  });
});
