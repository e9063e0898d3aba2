import type { PersonSearchInput } from '../../gql/graphql';

/** What a typed term is taken for. Both spellings of a name are asked as a name. */
export type Kind = 'idNumber' | 'phone' | 'name' | 'pinyin' | 'initials' | 'householdNumber' | 'address';

/** A term, cleaned, and what it is taken for. */
export interface Term {
  kind: Kind;
  value: string;
  /** False for an id number whose check character does not fit: it is searched, but was probably mistyped. */
  checks: boolean;
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK = '10X98765432';

const FULL_WIDTH = /[\uFF01-\uFF5E]/g;
const HAN_NAME = /^[\p{Script=Han}·]+$/u;
const PLACE_WORD = /[栋幢座室号楼路街巷里弄村区园苑庭院城寓]|单元|小区|社区|花园|公寓|国际/u;
/** Every full spelling of a syllable: initial, then a final, of the standard table. */
const SYLLABLE =
  '(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ui|ao|ou|iu|ie|ue|ve|er|an|en|in|un|ia|ua|uo|[aoeiuv])';
const PINYIN = new RegExp(`^(?:${SYLLABLE})+$`);

/** IDN-01: full-width signs become plain ones, spaces and separators inside numbers go. */
export function clean(typed: string): string {
  const plain = typed.replace(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
  const text = plain.replace(/[\u3000\s]+/g, ' ').replace(/[•・‧]/g, '·').trim();
  return /^[+\dXx\s-]+$/.test(text) ? text.replace(/[\s-]/g, '').toUpperCase() : text;
}

/** The check character of GB 11643 over the first seventeen digits. */
export function idNumberChecks(number: string): boolean {
  if (!/^\d{17}[\dX]$/.test(number)) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number.charAt(index)), 0);
  return CHECK.charAt(sum % 11) === number.charAt(17);
}

function kindOf(value: string): Kind | undefined {
  if (/^\d{17}[\dX]$|^\d{15}$/.test(value)) return 'idNumber';
  if (/^(?:\+?86)?1[3-9]\d{9}$/.test(value)) return 'phone';
  if (/^[A-Z]{0,4}[-\d]*\d{4,}$/i.test(value)) return 'householdNumber';
  if (HAN_NAME.test(value)) return hanKind(value);
  const letters = value.replace(/[\s'’]/g, '').toLowerCase();
  if (/^[a-zü]+$/.test(letters)) return PINYIN.test(letters.replace(/ü/g, 'v')) ? 'pinyin' : 'initials';
  return value ? 'address' : undefined;
}

/** Two to four signs are a name unless they end as places do; a dotted name may be longer. */
function hanKind(value: string): Kind {
  if (value.includes('·')) return 'name';
  if (value.length > 4) return 'address';
  return value.length > 2 && PLACE_WORD.test(value.slice(2)) ? 'address' : 'name';
}

/** Recognises what somebody typed into the one search box. */
export function recognise(typed: string): Term | undefined {
  const value = clean(typed);
  const kind = kindOf(value);
  return kind && termOf(kind, value);
}

/** The same term, taken for what the user says it is. */
export function termOf(kind: Kind, typed: string): Term {
  const value = clean(typed);
  const spelled = kind === 'pinyin' || kind === 'initials';
  return {
    kind,
    value: spelled ? value.replace(/[\s'’]/g, '').toLowerCase() : kind === 'phone' ? value.replace(/^\+?86(?=1\d{10}$)/, '') : value,
    checks: kind !== 'idNumber' || value.length === 15 || idNumberChecks(value),
  };
}

/** The one field of the search input that this term fills. */
export function inputOf({ kind, value }: Term): PersonSearchInput {
  switch (kind) {
    case 'idNumber':
      return { idNumber: value };
    case 'phone':
      return { phone: value };
    case 'householdNumber':
      return { householdNumber: value };
    case 'address':
      return { address: value };
    case 'name':
    case 'pinyin':
    case 'initials':
      return { name: value };
  }
}
