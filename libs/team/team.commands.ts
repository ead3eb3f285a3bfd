import type { Message } from '#libs/kernel/decider';
import type { GroupId, OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { IsIdOf, IsLocalDay, IsTextUpTo, IsWholeNumber, IsYesNo, Maybe } from '#libs/reference/validators';

export class EstablishTeam {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('所属党组织') readonly organizationId: OrganizationId;
  @IsLocalDay('组建日期') readonly establishedOn: LocalDate;
  /** Place in the unit's list of teams, 1 first. */
  @IsWholeNumber('队序', 1, 1000) readonly ordinal: number;
  @IsTextUpTo('服务队名称', 100) readonly name: string;
  @Maybe() @IsTextUpTo('主要志愿服务项目', 300) readonly mainProjects?: string;
  @IsTextUpTo('组建文件标题', 200) readonly documentTitle: string;
  @Maybe() @IsTextUpTo('组建文件文号', 100) readonly documentNumber?: string;
  @IsLocalDay('组建文件日期') readonly documentDatedOn: LocalDate;
}

export class StateTeamRegister {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsLocalDay('填表日期') readonly statedOn: LocalDate;
  @IsWholeNumber('志愿者人数', 0, 100_000) readonly statedSize: number;
  @Maybe() @IsTextUpTo('负责人姓名及联系方式', 100) readonly statedLeader?: string;
}

export class AppointTeamLeader {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('队长') readonly volunteerId: VolunteerId;
  @IsLocalDay('任队长日期') readonly appointedOn: LocalDate;
  /** The leader in office stands down on the same day. */
  @Maybe() @IsYesNo('接替现任队长') readonly replacing?: boolean;
}

export class StandDownTeamLeader {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('队长') readonly volunteerId: VolunteerId;
  /** The first day on which the person no longer leads. */
  @IsLocalDay('卸任日期') readonly stoodDownOn: LocalDate;
}

export class JoinTeam {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('入队日期') readonly joinedOn: LocalDate;
  @IsYesNo('作为主队') readonly asPrimary: boolean;
}

export class LeaveTeam {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  /** The first day without. */
  @IsLocalDay('离队日期') readonly leftOn: LocalDate;
}

export class FormServiceGroup {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('小组') readonly groupId: GroupId;
  @IsLocalDay('成立日期') readonly formedOn: LocalDate;
  @IsTextUpTo('小组名称', 100) readonly name: string;
  @Maybe() @IsTextUpTo('小组专长', 200) readonly speciality?: string;
}

export class AssignServiceGroupMember {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('小组') readonly groupId: GroupId;
  @IsIdOf('队员') readonly volunteerId: VolunteerId;
  @IsLocalDay('编入日期') readonly assignedOn: LocalDate;
}

export class RenameTeam {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsLocalDay('更名日期') readonly renamedOn: LocalDate;
  @IsTextUpTo('服务队名称', 100) readonly name: string;
}

class EndingDocument {
  @IsLocalDay('文件日期') readonly documentDatedOn: LocalDate;
  @IsTextUpTo('文件标题', 200) readonly documentTitle: string;
  @Maybe() @IsTextUpTo('文件文号', 100) readonly documentNumber?: string;
}

export class DissolveTeam extends EndingDocument {
  @IsIdOf('服务队') readonly teamId: TeamId;
  /** The first day without. */
  @IsLocalDay('撤销日期') readonly dissolvedOn: LocalDate;
}

export class MergeTeam extends EndingDocument {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('并入的服务队') readonly intoTeamId: TeamId;
  @IsLocalDay('合并日期') readonly mergedOn: LocalDate;
}

/** To a successor of the owning organization, which merged or split; the day is that of the merger or split. */
export class MoveTeam {
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsIdOf('承接党组织') readonly toOrganizationId: OrganizationId;
}

export const teamCommands = {
  EstablishTeam,
  StateTeamRegister,
  AppointTeamLeader,
  StandDownTeamLeader,
  JoinTeam,
  LeaveTeam,
  FormServiceGroup,
  AssignServiceGroupMember,
  RenameTeam,
  DissolveTeam,
  MergeTeam,
  MoveTeam,
} as const;

export type TeamCommand = {
  [T in keyof typeof teamCommands]: Message<T, InstanceType<(typeof teamCommands)[T]>>;
}[keyof typeof teamCommands];
