import type { AccountId, OrganizationId, VolunteerId } from '#libs/kernel/ids';

/** Who may do what, each on a subtree of organizations (people-and-cases.md 5.1, Z-15). */
export const roles = [
  'VOLUNTEER',
  'RECORDER',
  'TEAM_LEADER',
  'APPROVER',
  'UNIT_OFFICE',
  'COUNTY_OFFICE',
  'CITY_OFFICE',
  'AUDITOR',
  'SYSTEM_ADMINISTRATOR',
] as const;
export type Role = (typeof roles)[number];

export const roleNames: Readonly<Record<Role, string>> = {
  VOLUNTEER: '志愿者',
  RECORDER: '记录员',
  TEAM_LEADER: '队长',
  APPROVER: '审批人（支部书记）',
  UNIT_OFFICE: '单位党办',
  COUNTY_OFFICE: '县级党管科或主管部门',
  CITY_OFFICE: '市委组织部',
  AUDITOR: '审计员',
  SYSTEM_ADMINISTRATOR: '系统管理员',
};

/** A role on an organization and everything below it, by the territorial or the departmental line. */
export interface Grant {
  readonly role: Role;
  /** Absent for the system administrator, who sees no ledger. */
  readonly organizationId?: OrganizationId;
}

export interface Actor {
  readonly accountId: AccountId;
  /** The volunteer behind the account, if there is one. */
  readonly volunteerId?: VolunteerId;
  readonly displayName: string;
  readonly grants: readonly Grant[];
}

/** `by` of what the product itself writes: its writer key, the first organization of a new ledger. */
export const systemAccount = '00000000-0000-4000-8000-000000000001' as AccountId;
/** `org` of the same. */
export const systemOrganization = '00000000-0000-4000-8000-000000000002' as OrganizationId;
