import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Actor, Role } from './actor.js';

const offices: readonly Role[] = ['UNIT_OFFICE', 'COUNTY_OFFICE', 'CITY_OFFICE'];
/** Whoever hands forms up, and whoever audits: they may have ID numbers, contacts and the like in clear, for a purpose. */
export const clearRoles: readonly Role[] = [...offices, 'AUDITOR'];
const recorders: readonly Role[] = ['RECORDER', 'TEAM_LEADER', ...offices];
const deciders: readonly Role[] = ['APPROVER', ...offices];

/**
 * Which roles may give which command. `own` commands may also be given by the volunteer concerned, for themselves.
 * The auditor stands nowhere here: he reads everything in scope and writes nothing.
 */
export const commandPermissions: Readonly<Record<string, { readonly roles: readonly Role[]; readonly own?: true }>> = {
  RegisterPartyOrganization: { roles: offices },
  RenamePartyOrganization: { roles: offices },
  StateStaffHeadcount: { roles: ['APPROVER', ...offices] },
  StatePartyMemberCount: { roles: ['APPROVER', ...offices] },
  AssumeLeadershipPost: { roles: offices },
  EndLeadershipPost: { roles: offices },
  DesignateReceivingDesk: { roles: ['COUNTY_OFFICE', 'CITY_OFFICE'] },
  AdoptPolicyPack: { roles: ['CITY_OFFICE', 'COUNTY_OFFICE'] },
  MergePartyOrganization: { roles: offices },
  SplitPartyOrganization: { roles: offices },
  SubmitApplication: { roles: recorders, own: true },
  ReturnApplication: { roles: deciders },
  DeclineApplication: { roles: deciders },
  ApproveApplication: { roles: deciders },
  EnrolVolunteer: { roles: deciders },
  ChangeParticulars: { roles: recorders, own: true },
  ChoosePrimaryTeam: { roles: recorders, own: true },
  ClearPrimaryTeam: { roles: recorders, own: true },
  WithdrawVolunteer: { roles: recorders, own: true },
  SendAffiliationTransfer: { roles: deciders },
  ReceiveAffiliationTransfer: { roles: deciders },
  RefuseAffiliationTransfer: { roles: deciders },
  CallBackAffiliationTransfer: { roles: deciders },
  MoveAffiliation: { roles: offices },
  RecordRetirement: { roles: recorders },
  RecordDeath: { roles: deciders },
  RetractDeath: { roles: deciders },
  CeaseMembership: { roles: deciders },
  RestoreMembership: { roles: deciders },
  ExtendProbation: { roles: deciders },
  MergePersons: { roles: deciders },
  UndoMerge: { roles: deciders },
  EstablishTeam: { roles: deciders },
  StateTeamRegister: { roles: deciders },
  AppointTeamLeader: { roles: deciders },
  StandDownTeamLeader: { roles: deciders },
  JoinTeam: { roles: recorders, own: true },
  LeaveTeam: { roles: recorders, own: true },
  FormServiceGroup: { roles: recorders },
  AssignServiceGroupMember: { roles: recorders },
  RenameTeam: { roles: deciders },
  DissolveTeam: { roles: deciders },
  MergeTeam: { roles: deciders },
  MoveTeam: { roles: offices },
  PlanActivity: { roles: recorders },
  PlanAnnualActivity: { roles: recorders },
  DropAnnualActivity: { roles: recorders },
  InsureActivity: { roles: recorders },
  TiePlanLine: { roles: recorders },
  ScheduleSession: { roles: recorders },
  RescheduleSession: { roles: recorders },
  ChangeActivity: { roles: recorders },
  SignUp: { roles: recorders, own: true },
  CancelSignUp: { roles: recorders, own: true },
  CheckIn: { roles: recorders, own: true },
  CheckOut: { roles: recorders, own: true },
  AddEvidence: { roles: recorders },
  HoldSession: { roles: recorders },
  RecordAttendance: { roles: recorders },
  WithdrawAttendance: { roles: recorders },
  AttestAttendance: { roles: ['TEAM_LEADER', ...deciders] },
  CancelActivity: { roles: recorders },
  RecordServiceHours: { roles: recorders, own: true },
  AttestServiceHours: { roles: ['TEAM_LEADER', ...deciders] },
  ApproveServiceHours: { roles: deciders },
  DeclineServiceHours: { roles: ['TEAM_LEADER', ...deciders] },
  WithdrawServiceHours: { roles: recorders, own: true },
  ResolveServiceHoursConflict: { roles: deciders },
  ReverseServiceHours: { roles: deciders },
  CorrectServiceHours: { roles: deciders },
  MoveServiceHours: { roles: deciders },
  EstablishFalseClaim: { roles: deciders },
  DisputeServiceHours: { roles: [...recorders, 'APPROVER'], own: true },
  EscalateServiceHoursDispute: { roles: [...recorders, 'APPROVER'], own: true },
  AnswerServiceHoursDispute: { roles: deciders },
  PrepareVolunteerReview: { roles: deciders },
  ConfirmVolunteerReview: { roles: deciders },
  PrepareTeamReview: { roles: deciders },
  ConfirmTeamReview: { roles: deciders },
  ExemptFromQuota: { roles: deciders },
  EndQuotaExemption: { roles: deciders },
  RecordReminderTalk: { roles: deciders },
  RecordQuarterlyMeeting: { roles: recorders },
  CheckTenHaves: { roles: recorders },
  PrepareOrganizationReview: { roles: deciders },
  ConfirmOrganizationReview: { roles: deciders },
  PrepareRosterReview: { roles: deciders },
  ConfirmRosterReview: { roles: deciders },
  PrepareParticipationAnalysis: { roles: deciders },
  SignParticipationAnalysis: { roles: deciders },
  AdoptStarScheme: { roles: ['CITY_OFFICE', 'COUNTY_OFFICE'] },
  ApplyForStar: { roles: recorders, own: true },
  AwardStar: { roles: ['CITY_OFFICE', 'COUNTY_OFFICE'] },
  DeclineStar: { roles: ['CITY_OFFICE', 'COUNTY_OFFICE'] },
  RevokeStar: { roles: ['CITY_OFFICE', 'COUNTY_OFFICE'] },
  CloseYearProvisionally: { roles: deciders },
  CloseYear: { roles: deciders },
  AdjustPriorYear: { roles: deciders },
  GiveCorrectionNotice: { roles: deciders },
  PrepareCertificate: { roles: recorders },
  IssueCertificate: { roles: deciders },
  PublicizeCertificate: { roles: recorders },
  RevokeCertificate: { roles: deciders },
  RecordBreach: { roles: offices },
  NoteBreachRemedy: { roles: offices },
  ReportBreach: { roles: offices },
  NotifyBreachPersons: { roles: offices },
  FilePrivacyRequest: { roles: [...recorders, 'APPROVER'], own: true },
  ApprovePrivacyRequest: { roles: deciders },
  DeclinePrivacyRequest: { roles: deciders },
  CompleteCorrection: { roles: deciders },
};

/** Organizations above one, itself first, by both lines. */
export type Ancestry = readonly OrganizationId[];

export type Verdict = 'allowed' | 'role_missing' | 'out_of_scope';

/** May this actor give this command about this organization (and this volunteer)? Unknown commands are for nobody. */
export function mayCommand(
  actor: Actor,
  command: string,
  about: { readonly ancestry: Ancestry; readonly volunteerId?: VolunteerId; readonly roles?: readonly Role[] },
): Verdict {
  const permission = commandPermissions[command];
  if (!permission) return 'role_missing';
  const own = permission.own && actor.volunteerId !== undefined && actor.volunteerId === about.volunteerId;
  if (own && actor.grants.some(({ role }) => role === 'VOLUNTEER')) return 'allowed';
  const fitting = actor.grants.filter(
    ({ role }) => permission.roles.includes(role) && about.roles?.includes(role) !== false,
  );
  if (fitting.length === 0) return 'role_missing';
  return fitting.some(({ organizationId }) => organizationId !== undefined && about.ancestry.includes(organizationId))
    ? 'allowed'
    : 'out_of_scope';
}

/** Has the actor a role that may give this command somewhere? */
export const mayGiveSomewhere = ({ grants }: Actor, command: string): boolean =>
  grants.some(({ role }) => commandPermissions[command]?.roles.includes(role) === true);

/** Roles that read the ledger of their subtree; the system administrator reads none, the volunteer only their own record. */
export const readingRoles: readonly Role[] = [
  'RECORDER',
  'TEAM_LEADER',
  'APPROVER',
  'UNIT_OFFICE',
  'COUNTY_OFFICE',
  'CITY_OFFICE',
  'AUDITOR',
];

export const readingScopes = (actor: Actor): readonly OrganizationId[] =>
  actor.grants.flatMap(({ role, organizationId }) =>
    organizationId !== undefined && readingRoles.includes(role) ? [organizationId] : [],
  );

/** Organizations an auditor answers for, themselves; empty for everybody else. */
export const auditScopes = (actor: Actor): readonly OrganizationId[] =>
  actor.grants.flatMap(({ role, organizationId }) =>
    organizationId !== undefined && role === 'AUDITOR' ? [organizationId] : [],
  );
