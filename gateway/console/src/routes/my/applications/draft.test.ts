import { describe, expect, it } from 'vitest';
import { draftOf, type Matter } from './draft';

const paper = (code: string, circumstance: string | null = null) => ({
  code,
  label: code,
  labelEn: code,
  circumstance,
});
const MATTER: Matter = {
  code: 'R18',
  label: '',
  labelEn: '',
  onlineFor: ['ONESELF', 'CHILD'],
  circumstances: ['MINOR', 'COURT'],
  papers: [paper('BOOKLET'), paper('GUARDIAN_CONSENT', 'MINOR'), paper('JUDGMENT', 'COURT')],
  limit: null,
};

describe('a draft from a telephone', () => {
  it('knows of a child that it is a minor', () => {
    const draft = draftOf(MATTER, { about: 'CHILD', childName: '张小小', childBirthDate: '2020-01-01' });
    expect(draft).toMatchObject({
      circumstances: ['MINOR'],
      papers: ['BOOKLET', 'GUARDIAN_CONSENT'],
      childName: '张小小',
    });
  });

  it('says nothing of a child where it is about oneself', () => {
    const draft = draftOf(MATTER, { about: 'ONESELF', childName: '张小小', form: { name: '张三' } });
    expect(draft.childName).toBeUndefined();
    expect(JSON.parse(draft.form ?? '')).toEqual({ name: '张三' });
  });

  it('writes a newborn child into the form of the act', () => {
    const values = {
      about: 'NEWBORN' as const,
      childName: '张小小',
      childBirthDate: '2026-10-01',
      form: { child: { sex: 'MALE' } },
    };
    expect(JSON.parse(draftOf({ ...MATTER, code: 'R01' }, values).form ?? '')).toEqual({
      child: { sex: 'MALE', name: '张小小', birthDate: '2026-10-01' },
    });
  });
});
