import type { Message } from '#libs/kernel/decider';
import { sha256Pattern } from '#libs/kernel/fields';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { codesOf } from '#libs/reference/codes';
import { ethnicity, type EthnicityCode } from '#libs/reference/ethnicity';
import {
  education,
  health,
  politicalStatus,
  sex,
  type EducationCode,
  type HealthCode,
  type PoliticalStatusCode,
  type SexCode,
} from '#libs/reference/personal-codes';
import { serviceInterest, type ServiceInterestCode } from '#libs/reference/service-codes';
import {
  IsCodeFrom,
  IsEmailAddress,
  IsIdNumber,
  IsIdOf,
  IsListOfCodesFrom,
  IsListOfMobiles,
  IsListOfOfficePhones,
  IsLocalDay,
  IsPersonName,
  IsReference,
  IsTextUpTo,
  IsWholeNumber,
  IsYearMonthOrDay,
  Maybe,
} from '#libs/reference/validators';

import {
  applicationSources,
  consentPurposes,
  identityDocuments,
  participantKinds,
  type IdentityDocument,
  type ParticipantKind,
  type VolunteerEvent,
} from './volunteer.events.js';
import { aliasCommands, movementCommands } from './volunteer.movement.commands.js';

type Submitted = Extract<VolunteerEvent, { type: 'ApplicationSubmitted' }>['data'];
type Approved = Extract<VolunteerEvent, { type: 'ApplicationApproved' }>['data'];
export type Consent = Submitted['consents'][number];
export type Doubt = Submitted['doubts'][number];

const doubts: readonly Doubt[] = [
  'JOINED_PARTY_MONTH',
  'SEX_AGAINST_ID_NUMBER',
  'BIRTH_DATE_AGAINST_ID_NUMBER',
  'AGE_WITHOUT_BIRTH_DATE',
  'WORD_NOT_IN_CODE_LIST',
];
const applicants: readonly Submitted['onBehalf'][] = ['SELF', 'RECORDER'];
const approvalBases: readonly Approved['basis'][] = ['BRANCH_MEETING', 'COMMITTEE_MEETING', 'SEALED_PAPER'];


/** What Annex 1 asks beside name and sex, with 入党时间 and the intended service that Annex 2 needs. */
export class Particulars {
  /** `YYYY-MM`, or the day. May be left out where the ID number or a stated age stands in its place. */
  @Maybe() @IsYearMonthOrDay('出生年月') readonly birthDate?: string;
  /** Completed years on `statedAgeOn`. */
  @Maybe() @IsWholeNumber('年龄', 14, 120) readonly statedAge?: number;
  @Maybe() @IsLocalDay('年龄的计算日期') readonly statedAgeOn?: LocalDate;
  @Maybe() @IsCodeFrom('民族', codesOf(ethnicity)) readonly ethnicity?: EthnicityCode;
  @Maybe() @IsCodeFrom('学历', codesOf(education)) readonly education?: EducationCode;
  @Maybe() @IsIdNumber('身份证号码') readonly idNumber?: string;
  @Maybe() @IsTextUpTo('所在单位', 100) readonly workUnit?: string;
  @Maybe() @IsCodeFrom('政治面貌', codesOf(politicalStatus)) readonly politicalStatus?: PoliticalStatusCode;
  @Maybe() @IsYearMonthOrDay('入党时间') readonly joinedPartyOn?: string;
  @Maybe() @IsCodeFrom('健康状况', codesOf(health)) readonly health?: HealthCode;
  @Maybe() @IsListOfOfficePhones('办公电话', { max: 5 }) readonly officePhones?: string[];
  @Maybe() @IsListOfMobiles('手机', { max: 5 }) readonly mobiles?: string[];
  @Maybe() @IsEmailAddress('电子邮箱', 100) readonly email?: string;
  /** SHA-256 of the stored picture, lower-case hex. */
  @Maybe() @IsReference('照片', sha256Pattern, '64 位小写十六进制') readonly photo?: string;
  @Maybe() @IsTextUpTo('特长', 500) readonly skills?: string;
  @Maybe() @IsTextUpTo('志愿服务经历', 2000) readonly experience?: string;
  @Maybe() @IsListOfCodesFrom('服务志愿', codesOf(serviceInterest)) readonly serviceInterests?: ServiceInterestCode[];
  @Maybe() @IsTextUpTo('主要志愿服务项目', 200) readonly mainProjects?: string;
  @Maybe() @IsTextUpTo('原表内容', 2000) readonly sourceText?: string;
}

export class SubmitApplication extends Particulars {
  @IsIdOf('申请人') readonly volunteerId: VolunteerId;
  @IsIdOf('所在党组织') readonly organizationId: OrganizationId;
  /** Follows from 政治面貌 01 and 02; to be given with every other one. */
  @Maybe() @IsCodeFrom('人员类别', participantKinds) readonly participantKind?: ParticipantKind;
  @IsLocalDay('填表日期') readonly submittedOn: LocalDate;
  @IsCodeFrom('申请来源', applicationSources) readonly source: Submitted['source'];
  @IsCodeFrom('填报人', applicants) readonly onBehalf: Submitted['onBehalf'];
  @IsListOfCodesFrom('同意事项', consentPurposes) readonly consents: Consent[];
  /** What a sheet left open; what the ledger sees for itself it adds. */
  @Maybe() @IsListOfCodesFrom('存疑事项', doubts) readonly doubts?: Doubt[];
  @IsPersonName('姓名') readonly name: string;
  @IsCodeFrom('性别', codesOf(sex)) readonly sex: SexCode;
}

export class ReturnApplication {
  @IsIdOf('申请人') readonly volunteerId: VolunteerId;
  @IsLocalDay('退回日期') readonly returnedOn: LocalDate;
  @IsTextUpTo('退回原因', 500) readonly reason: string;
}

export class DeclineApplication {
  @IsIdOf('申请人') readonly volunteerId: VolunteerId;
  @IsLocalDay('不予通过日期') readonly declinedOn: LocalDate;
  @IsTextUpTo('不予通过原因', 500) readonly reason: string;
}

export class ApproveApplication {
  @IsIdOf('申请人') readonly volunteerId: VolunteerId;
  @IsLocalDay('审核日期') readonly approvedOn: LocalDate;
  @IsCodeFrom('审核依据', approvalBases) readonly basis: Approved['basis'];
  @Maybe() @IsTextUpTo('会议', 200) readonly meeting?: string;
}

export class EnrolVolunteer {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('登记造册日期') readonly enrolledOn: LocalDate;
}

/** Fields left out stay as they are. */
export class ChangeParticulars extends Particulars {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('变更日期') readonly changedOn: LocalDate;
  @Maybe() @IsCodeFrom('人员类别', participantKinds) readonly participantKind?: ParticipantKind;
  @Maybe() @IsPersonName('姓名') readonly name?: string;
  /** To be given with a new name or ID number (F-11, F-12). */
  @Maybe() @IsCodeFrom('所查看的证件', identityDocuments) readonly documentSeen?: IdentityDocument;
  @Maybe() @IsCodeFrom('性别', codesOf(sex)) readonly sex?: SexCode;
  @IsTextUpTo('变更原因', 500) readonly reason: string;
}

export class ChoosePrimaryTeam {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsLocalDay('选定日期') readonly chosenOn: LocalDate;
}

export class ClearPrimaryTeam {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsIdOf('服务队') readonly teamId: TeamId;
  @IsLocalDay('取消日期') readonly clearedOn: LocalDate;
}

export class WithdrawVolunteer {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsLocalDay('退出日期') readonly withdrawnOn: LocalDate;
}

/** Given by people. */
export const personCommands = {
  SubmitApplication,
  ReturnApplication,
  DeclineApplication,
  ApproveApplication,
  EnrolVolunteer,
  ChangeParticulars,
  ChoosePrimaryTeam,
  ClearPrimaryTeam,
  WithdrawVolunteer,
  ...movementCommands,
} as const;

export const volunteerCommands = { ...personCommands, ...aliasCommands } as const;

export type VolunteerCommand = {
  [T in keyof typeof volunteerCommands]: Message<T, InstanceType<(typeof volunteerCommands)[T]>>;
}[keyof typeof volunteerCommands];
