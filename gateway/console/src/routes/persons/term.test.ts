import { describe, expect, it } from 'vitest';
import { clean, idNumberChecks, inputOf, recognise, termOf } from './term';

describe('the search box recognises', () => {
  it.each([
    ['99999919990101002X', 'idNumber'],
    ['９９９９９９１９９９０１０１００２ｘ', 'idNumber'],
    ['999999 19990101 002x', 'idNumber'],
    ['110105491231002', 'idNumber'],
    ['13812345678', 'phone'],
    ['+86 138-1234-5678', 'phone'],
    ['张文静', 'name'],
    ['欧阳', 'name'],
    ['张', 'name'],
    ['阿依古丽·买买提', 'name'],
    ['zhangwenjing', 'pinyin'],
    ['Zhang Wenjing', 'pinyin'],
    ["xi'an", 'pinyin'],
    ['lvmin', 'pinyin'],
    ['zwj', 'initials'],
    ['ZWJ', 'initials'],
    ['99990012345', 'householdNumber'],
    ['H0012345', 'householdNumber'],
    ['当代国际花园12区3栋', 'address'],
    ['郑桥小路', 'address'],
    ['3栋2单元501', 'address'],
    ['A座 1201', 'address'],
  ])('%s as %s', (typed, kind) => {
    expect(recognise(typed)?.kind).toBe(kind);
  });

  it('nothing in an empty box', () => {
    expect(recognise('  \u3000 ')).toBeUndefined();
  });
});

describe('IDN-01 cleaning', () => {
  it('makes full-width signs plain, drops spaces in numbers, and raises x', () => {
    expect(clean(' ９９９ ９９９-１２x ')).toBe('99999912X');
  });
  it('keeps one space between words', () => {
    expect(clean('A座\u3000\u30001201')).toBe('A座 1201');
  });
  it('writes every middle dot as U+00B7', () => {
    expect(clean('阿依古丽•买买提')).toBe('阿依古丽·买买提');
  });
});

describe('id number check character', () => {
  it.each(['99999919990101002X', '11010519491231002X', '440524188001010014'])('%s fits', (number) => {
    expect(idNumberChecks(number)).toBe(true);
  });
  it.each(['110105194912310021', '999999199901010021', '110105491231002', ''])('%s does not', (number) => {
    expect(idNumberChecks(number)).toBe(false);
  });
  it('is told with the term; fifteen digits have none', () => {
    expect(recognise('110105194912310021')?.checks).toBe(false);
    expect(recognise('110105491231002')?.checks).toBe(true);
  });
});

describe('the search input', () => {
  it('has exactly one field', () => {
    expect(inputOf(termOf('pinyin', 'Zhang Wenjing'))).toEqual({ name: 'zhangwenjing' });
    expect(inputOf(termOf('initials', 'ZWJ'))).toEqual({ name: 'zwj' });
    expect(inputOf(termOf('phone', '+86 13812345678'))).toEqual({ phone: '13812345678' });
    expect(inputOf(termOf('householdNumber', '13812345678'))).toEqual({ householdNumber: '13812345678' });
    expect(inputOf(termOf('address', '3栋'))).toEqual({ address: '3栋' });
  });
});
