import { describe, expect, it } from 'vitest';
import { gapsOf, isMissing } from './gaps';

const CHECKLIST = [
  { code: 'BOOKLET', isRequired: true, state: 'RECEIVED' as const },
  { code: 'ITEM_PROOF', isRequired: true, state: 'DECLARED' as const },
  { code: 'GUARDIAN_CONSENT', isRequired: false, state: null },
];

describe('the gaps of a return', () => {
  it('are every paper that is asked for and has not come, whatever was ticked', () => {
    expect(gapsOf(CHECKLIST, {})).toEqual([{ code: 'ITEM_PROOF', aroseSince: false }]);
    expect(CHECKLIST.map(isMissing)).toEqual([false, true, false]);
  });

  it('are a paper that came and is wrong, with what is wrong with it', () => {
    const papers = {
      BOOKLET: { named: true, note: ' 缺首页 ' },
      GUARDIAN_CONSENT: { named: false, note: 'no' },
    };
    expect(gapsOf(CHECKLIST, { papers })).toEqual([
      { code: 'BOOKLET', note: '缺首页', aroseSince: false },
      { code: 'ITEM_PROOF', aroseSince: false },
    ]);
  });

  it('are what is wrong beside the papers, and no empty line', () => {
    const others = [{ code: ' value ', note: '应为全称' }, { code: '  ' }, {}];
    expect(gapsOf([], { others })).toEqual([{ code: 'value', note: '应为全称' }]);
  });
});
