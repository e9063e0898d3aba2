import { describe, expect, it } from 'vitest';
import { circumstancesAsked, circumstancesOf, papersOf } from './fields';

const paper = (code: string, circumstance: string | null = null) => ({ code, label: code, labelEn: code, circumstance });
const MATTER = {
  code: 'R18',
  label: '',
  labelEn: '',
  circumstances: ['MINOR', 'COURT'],
  papers: [paper('BOOKLET'), paper('GUARDIAN_CONSENT', 'MINOR'), paper('JUDGMENT', 'COURT')],
};
const codes = (circumstances: string[]) => papersOf(MATTER, circumstances).map(({ code }) => code);

describe('what a matter asks for', () => {
  it('are the papers that its circumstances ask for, and no others', () => {
    expect(codes([])).toEqual(['BOOKLET']);
    expect(codes(['COURT'])).toEqual(['BOOKLET', 'JUDGMENT']);
  });

  it('knows of a minor by whom it is about, and does not ask', () => {
    expect(circumstancesAsked(MATTER)).toEqual(['COURT']);
    expect(circumstancesOf(MATTER, ['COURT'], true)).toEqual(['COURT', 'MINOR']);
    expect(circumstancesOf(MATTER, undefined, false)).toEqual([]);
    expect(circumstancesOf({ ...MATTER, circumstances: ['COURT'] }, [], true)).toEqual([]);
  });
});
