import type { Message } from '#libs/kernel/decider';
import type { DeskId, OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import {
  IsCodeFrom,
  IsEmailAddress,
  IsIdOf,
  IsListOfIds,
  IsLocalDay,
  IsReference,
  IsTextUpTo,
  IsUnifiedCreditCode,
  IsWholeNumber,
  Maybe,
} from '#libs/reference/validators';

import { organizationKinds, type OrganizationKind } from './organization.events.js';

export class RegisterPartyOrganization {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsCodeFrom('党组织类别', organizationKinds) readonly kind: OrganizationKind;
  @Maybe() @IsIdOf('上级党组织') readonly parentId?: OrganizationId;
  @Maybe() @IsIdOf('归口管理部门') readonly lineOfAuthorityId?: OrganizationId;
  @IsLocalDay('登记日期') readonly registeredOn: LocalDate;
  @IsTextUpTo('党组织名称', 100) readonly name: string;
  @IsTextUpTo('单位名称', 100) readonly unitName: string;
  @Maybe() @IsUnifiedCreditCode('统一社会信用代码') readonly unifiedCreditCode?: string;
}

export class RenamePartyOrganization {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsLocalDay('更名日期') readonly renamedOn: LocalDate;
  @IsTextUpTo('党组织名称', 100) readonly name: string;
  @IsTextUpTo('单位名称', 100) readonly unitName: string;
}

export class StateStaffHeadcount {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsWholeNumber('单位人数', 0, 10_000_000) readonly staffHeadcount: number;
  @IsLocalDay('统计日期') readonly countedOn: LocalDate;
}

export class StatePartyMemberCount {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsWholeNumber('正式党员人数', 0, 10_000_000) readonly fullMembers: number;
  @IsWholeNumber('预备党员人数', 0, 10_000_000) readonly probationaryMembers: number;
  @IsLocalDay('统计日期') readonly countedOn: LocalDate;
}

export class AssumeLeadershipPost {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsIdOf('任职记录') readonly postId: PostId;
  @IsIdOf('任职人员') readonly volunteerId: VolunteerId;
  @IsLocalDay('任职日期') readonly assumedOn: LocalDate;
  @IsTextUpTo('职务名称', 60) readonly postName: string;
  @Maybe() @IsTextUpTo('任职文件', 120) readonly document?: string;
}

export class EndLeadershipPost {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsIdOf('任职记录') readonly postId: PostId;
  /** The first day on which the post is no longer held. */
  @IsLocalDay('免职日期') readonly endedOn: LocalDate;
}

export class DesignateReceivingDesk {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsIdOf('报送受理窗口') readonly deskId: DeskId;
  @IsLocalDay('启用日期') readonly effectiveOn: LocalDate;
  @IsTextUpTo('受理科室', 100) readonly office: string;
  @IsTextUpTo('联系人', 50) readonly contactPerson: string;
  @IsTextUpTo('联系电话', 40) readonly phone: string;
  @Maybe() @IsReference('QQ 号', /^[1-9]\d{4,10}$/, '123456789') readonly qqNumber?: string;
  @Maybe() @IsEmailAddress('电子邮箱', 100) readonly email?: string;
}

export class AdoptPolicyPack {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsReference('规则包', /^[A-Z]{2}-\d{4}(-\d{1,4})?$/, 'ZJ-2013-37') readonly pack: string;
  @IsWholeNumber('规则包版本', 1, 1000) readonly packVersion: number;
  @IsLocalDay('施行日期') readonly effectiveOn: LocalDate;
}

class EndingDocument {
  @IsLocalDay('文件日期') readonly documentDatedOn: LocalDate;
  @IsTextUpTo('文件标题', 200) readonly documentTitle: string;
  @Maybe() @IsTextUpTo('文件文号', 100) readonly documentNumber?: string;
}

export class MergePartyOrganization extends EndingDocument {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsIdOf('承接党组织') readonly successorId: OrganizationId;
  /** The first day without. */
  @IsLocalDay('合并日期') readonly mergedOn: LocalDate;
}

export class SplitPartyOrganization extends EndingDocument {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
  @IsListOfIds('承接党组织', { min: 2, max: 50 }) readonly successorIds: OrganizationId[];
  /** One of them. */
  @IsIdOf('承接原有记录的党组织') readonly recordsSuccessorId: OrganizationId;
  @IsLocalDay('拆分日期') readonly splitOn: LocalDate;
}

/** Given by the process that moves members and teams, when all have moved. */
export class CompleteSuccession {
  @IsIdOf('党组织') readonly organizationId: OrganizationId;
}

/** Given by people. */
export const registryCommands = {
  RegisterPartyOrganization,
  RenamePartyOrganization,
  StateStaffHeadcount,
  StatePartyMemberCount,
  AssumeLeadershipPost,
  EndLeadershipPost,
  DesignateReceivingDesk,
  AdoptPolicyPack,
  MergePartyOrganization,
  SplitPartyOrganization,
} as const;

export const organizationCommands = { ...registryCommands, CompleteSuccession } as const;

export type OrganizationCommand = {
  [T in keyof typeof organizationCommands]: Message<T, InstanceType<(typeof organizationCommands)[T]>>;
}[keyof typeof organizationCommands];
