import { importKinds, type ImportKindName } from '#libs/importing/batch';
import { sheetLateReason, type SheetLateReason } from '#libs/importing/grounds';
import { sha256Pattern } from '#libs/kernel/fields';
import type { LocalDate } from '#libs/kernel/time';
import { codesOf } from '#libs/reference/codes';
import { participantKind, type ParticipantKind } from '#libs/reference/ledger-codes';
import { IsListOf } from '#libs/reference/nested-list';
import { organizationKind, type OrganizationKind } from '#libs/reference/organization-kinds';
import {
  IsCodeFrom,
  IsIdOf,
  IsLocalDay,
  IsReference,
  IsTextUpTo,
  IsWholeNumber,
  IsYesNo,
  Maybe,
} from '#libs/reference/validators';

const memberCountMax = 99_999_999;
const rowMax = 100_000;
const papersMax = 40;
const IsFile = (label: string): PropertyDecorator => IsReference(label, sha256Pattern, 'a3f5…（64 位小写十六进制）');

export class ImportPaper {
  @IsFile('纸质签到表') readonly sha256: string;
  /** A day in the name of the file says for which day it stands. */
  @IsTextUpTo('文件名', 200) readonly fileName: string;
}

export class ImportRow {
  @IsWholeNumber('行号', 1, rowMax) readonly row: number;
}

/** A sheet that was uploaded, and what its import is told; the same names as the options of `zhice import`. */
export class ImportRequest {
  @IsCodeFrom('表的种类', importKinds) readonly kind: ImportKindName;
  @IsFile('导入的表') readonly sheet: string;
  /** Annex 3 of a body that is not registered yet: below the one in the path. */
  @Maybe() @IsYesNo('登记在所选党组织之下') readonly registerBelow?: boolean;
  @Maybe() @IsCodeFrom('新登记的党组织的类别', codesOf(organizationKind)) readonly organizationKind?: OrganizationKind;
  @Maybe() @IsLocalDay('党组织登记日期') readonly registeredOn?: LocalDate;
  @Maybe() @IsWholeNumber('正式党员人数', 0, memberCountMax) readonly fullMembers?: number;
  @Maybe() @IsWholeNumber('预备党员人数', 0, memberCountMax) readonly probationaryMembers?: number;
  @Maybe() @IsLocalDay('人数的统计日期') readonly countedOn?: LocalDate;
  @Maybe() @IsTextUpTo('组建文件标题', 200) readonly formationTitle?: string;
  @Maybe() @IsTextUpTo('组建文件文号', 100) readonly formationNumber?: string;
  @Maybe() @IsLocalDay('组建文件日期') readonly formationDatedOn?: LocalDate;
  @Maybe() @IsLocalDay('组建日期') readonly establishedOn?: LocalDate;
  @Maybe() @IsLocalDay('填表日期') readonly formDate?: LocalDate;
  @Maybe() @IsLocalDay('登记造册日期') readonly enrolledOn?: LocalDate;
  @Maybe() @IsFile('分队文件') readonly teams?: string;
  @Maybe() @IsListOf('确为另一人的行', ImportRow, { min: 0, max: 1000 }) readonly acceptNamesake?: readonly ImportRow[];
  @Maybe() @IsTextUpTo('负责人的领导班子职务', 50) readonly leaderPost?: string;
  @Maybe() @IsLocalDay('任职日期') readonly leaderPostSince?: LocalDate;
  @Maybe() @IsTextUpTo('任职文件', 200) readonly leaderPostDocument?: string;
  @Maybe() @IsTextUpTo('全部编入的服务队', 100) readonly team?: string;
  @Maybe() @IsCodeFrom('人员类别', codesOf(participantKind)) readonly participantKind?: ParticipantKind;
  @Maybe() @IsListOf('纸质签到表', ImportPaper, { min: 0, max: papersMax }) readonly papers?: readonly ImportPaper[];
  @Maybe() @IsCodeFrom('逾期原因', codesOf(sheetLateReason)) readonly lateReasonCode?: SheetLateReason;
}

/** The yes to a preview. The id is the client's, so that a second click or try is the same run. */
export class ImportRunRequest extends ImportRequest {
  @IsIdOf('本次写入') readonly runId: string;
}

/** Nothing to say: the path says which. */
export class StopImportRequest {}
