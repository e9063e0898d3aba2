import { describe, expect, it } from 'vitest';
import type { Action, ApplicationChannel, ApplicationState, ApprovalLevel, Role } from '../../gql/graphql';
import type { Viewer } from '../../viewer';
import { stepsOf } from './states';

const viewer = (role: Role, ...actions: Action[]) =>
  ({ role, permissions: [{ domain: 'APPLICATIONS', actions }] }) as unknown as Viewer;
const AUXILIARY = viewer('AUXILIARY', 'LIST', 'PREPARE');
const REGISTRAR = viewer('REGISTRAR', 'LIST', 'PREPARE', 'MANAGE');
const CHIEF = viewer('STATION_CHIEF', 'LIST', 'PREPARE', 'MANAGE', 'APPROVE');
const DISTRICT = viewer('DISTRICT_APPROVER', 'LIST', 'APPROVE');
const at = (
  state: ApplicationState,
  nextLevel: ApprovalLevel | null = null,
  channel: ApplicationChannel = 'COUNTER',
) => ({ state, channel, nextLevel, revokingActId: null as string | null, matter: { onTheSpot: false } });

describe('the steps of an application', () => {
  it('begin with filing it at the counter, and again where it was returned', () => {
    expect(stepsOf(AUXILIARY, at('DRAFT'))).toEqual(['submit']);
    expect(stepsOf(AUXILIARY, at('RETURNED'))).toEqual(['submit', 'withdraw']);
    expect(stepsOf(AUXILIARY, at('RETURNED', null, 'PHONE'))).toEqual(['withdraw']);
  });

  it('let who asked take it back until it is approved', () => {
    for (const state of ['SUBMITTED', 'ACCEPTED', 'REVIEWED', 'SUSPENDED'] as const) {
      expect(stepsOf(AUXILIARY, at(state, 'STATION'))).toEqual(['withdraw']);
      expect(stepsOf(REGISTRAR, at(state, 'STATION')).at(-1)).toBe('withdraw');
    }
    for (const state of ['APPROVED', 'DONE', 'WITHDRAWN', 'REJECTED', 'EXPIRED', 'NOT_ACCEPTED'] as const)
      expect(stepsOf(REGISTRAR, at(state))).not.toContain('withdraw');
  });

  it('are decided by whose turn it is', () => {
    expect(stepsOf(CHIEF, at('REVIEWED', 'STATION'))).toEqual(['approve', 'reject', 'withdraw']);
    expect(stepsOf(CHIEF, at('REVIEWED', 'DISTRICT'))).toEqual(['withdraw']);
    expect(stepsOf(DISTRICT, at('REVIEWED', 'DISTRICT'))).toEqual(['approve', 'reject']);
    expect(stepsOf(DISTRICT, at('REVIEWED', 'STATION'))).toEqual([]);
  });

  it('end with the district, which revokes what was done once', () => {
    expect(stepsOf(DISTRICT, at('DONE'))).toEqual(['revoke']);
    expect(stepsOf(DISTRICT, { ...at('DONE'), revokingActId: 'x' })).toEqual([]);
    expect(stepsOf(CHIEF, at('DONE'))).toEqual([]);
  });

  it('are handled on the spot only where the matter allows it', () => {
    expect(stepsOf(REGISTRAR, { ...at('SUBMITTED'), matter: { onTheSpot: true } })[0]).toBe('spot');
    expect(stepsOf(REGISTRAR, at('SUBMITTED'))).toEqual(['accept', 'return', 'refuse', 'withdraw']);
  });
});
