import type { Role } from './gql/graphql';

/** Every role, in the order of the role table; the compiler tells when one is missing. */
const ALL: Record<Role, true> = {
  COMMUNITY_OFFICER: true,
  REGISTRAR: true,
  AUXILIARY: true,
  DISPATCHER: true,
  STATION_CHIEF: true,
  CASE_OFFICER: true,
  DISTRICT_APPROVER: true,
  DISTRICT_ANALYST: true,
  PATROL_BRIGADE: true,
  TRAFFIC_OFFICER: true,
  GRID_WORKER: true,
  BUILDING_HEAD: true,
  GUARD: true,
  PROPERTY_MANAGER: true,
  RESIDENTS_COMMITTEE: true,
  ADVISER: true,
  COURT_MEDIATOR: true,
  DEPARTMENT_CLERK: true,
  RESIDENT: true,
  LANDLORD: true,
  INTEGRATOR: true,
  AUDITOR: true,
  SYSTEM_ADMIN: true,
  SECURITY_ADMIN: true,
  AUDIT_ADMIN: true,
};

export const ROLES = Object.keys(ALL) as readonly Role[];

/** A role out of a text of the audit trail, which keeps roles that are no more. */
export function roleOf(text: string): Role | undefined {
  return ROLES.find((role) => role === text);
}
