import { describe, expect, it } from 'vitest';
import type { MemberFragment } from '../../gql/graphql';
import { timelineOf } from './timeline';

const act = (id: string, effectiveOn: string) => ({
  id,
  number: id,
  kind: 'R01',
  kindCode: { label: '', labelEn: '' },
  effectiveOn,
  recordedAt: `${effectiveOn}T08:00:00Z`,
  officer: '',
  role: 'REGISTRAR',
  summary: '',
});
const OPENING = act('opening', '2010-01-01');
const MARRIED = act('married', '2015-05-01');
const LEFT = act('left', '2020-09-01');

const entry = (
  id: string,
  person: string,
  by: typeof OPENING,
  more: Partial<MemberFragment> = {},
): MemberFragment => ({
  id,
  isHead: false,
  reason: 'OPENING',
  relationCode: '20',
  relation: { label: '子', labelEn: 'son' },
  effectiveFrom: OPENING.effectiveOn,
  effectiveTo: null,
  recordedAt: by.recordedAt,
  supersededAt: null,
  person: {
    id: person,
    name: '张**',
    sex: 'MALE',
    birth: '1980',
    idNumber: null,
    isMinor: false,
    deceased: false,
    category: 'REGISTERED_RESIDENT',
  },
  act: by,
  ...more,
});
const told = (history: MemberFragment[]) =>
  timelineOf({ history, addressHistory: [] }).map(({ act: { id }, changes }) => [
    id,
    changes.map(({ kind }) => kind),
  ]);

describe('the time line of a household', () => {
  it('tells who joined, and of an entry that was ended, who left', () => {
    const joined = entry('1', 'a', OPENING, { supersededAt: LEFT.recordedAt });
    const left = entry('2', 'a', LEFT, { effectiveTo: LEFT.effectiveOn, reason: 'MOVE_OUT' });
    expect(told([left, joined])).toEqual([
      ['left', ['left']],
      ['opening', ['joined']],
    ]);
  });

  it('tells another relation as one change, not as leaving and joining', () => {
    const was = entry('1', 'a', OPENING, { supersededAt: MARRIED.recordedAt });
    const ended = entry('2', 'a', MARRIED, { effectiveTo: MARRIED.effectiveOn });
    const since = entry('3', 'a', MARRIED, { effectiveFrom: MARRIED.effectiveOn, relationCode: '02' });
    const [latest] = timelineOf({ history: [since, ended, was], addressHistory: [] });
    expect(latest?.changes).toEqual([{ kind: 'relation', entry: since, before: ended }]);
  });

  it('tells a correction from the beginning on', () => {
    const wrong = entry('1', 'a', OPENING, { supersededAt: MARRIED.recordedAt });
    const right = entry('2', 'a', MARRIED, { relationCode: '21' });
    expect(told([right, wrong])).toEqual([
      ['married', ['corrected']],
      ['opening', ['joined']],
    ]);
  });

  it('is ordered by the day in law, and by the recording within a day', () => {
    const late = { ...act('late', '2012-01-01'), recordedAt: '2021-01-01T08:00:00Z' };
    const soon = act('soon', '2012-01-01');
    const history = [
      entry('1', 'a', soon),
      entry('2', 'b', late),
      entry('3', 'c', OPENING),
      entry('4', 'd', LEFT),
    ];
    expect(told(history).map(([id]) => id)).toEqual(['left', 'late', 'soon', 'opening']);
  });

  it('tells the address from the day on which the one before it ended', () => {
    const addressHistory = [
      {
        address: 'new',
        effectiveFrom: LEFT.effectiveOn,
        effectiveTo: null,
        recordedAt: LEFT.recordedAt,
        act: LEFT,
      },
      {
        address: 'old',
        effectiveFrom: OPENING.effectiveOn,
        effectiveTo: LEFT.effectiveOn,
        recordedAt: LEFT.recordedAt,
        act: LEFT,
      },
    ];
    const moments = timelineOf({ history: [entry('1', 'a', OPENING)], addressHistory });
    expect(moments.map(({ act: { id }, address }) => [id, address])).toEqual([
      ['left', 'new'],
      ['opening', undefined],
    ]);
  });

  it('names whom an act concerned besides, once, and leaves out who only followed', () => {
    const subject = (role: 'FOLLOWED' | 'RENAMED', id: string) => ({
      role,
      person: { id, name: '李**' },
      household: null,
    });
    const acts = [
      {
        ...MARRIED,
        papers: [],
        repairs: null,
        subjects: [subject('RENAMED', 'z'), subject('FOLLOWED', 'y'), subject('RENAMED', 'a')],
      },
    ];
    const moments = timelineOf({ history: [entry('1', 'a', MARRIED)], addressHistory: [], acts });
    expect(moments[0]?.concerned.map(({ person }) => person?.id)).toEqual(['z']);
  });
});
