import {
  disclosurePurposes,
  exportReceivers,
  type DisclosurePurpose,
  type ExportReceiver,
} from '#libs/access/disclosures';
import type { ActivityId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { IsCodeFrom, IsListOfIds, IsListOfTextsUpTo, IsTextUpTo, Maybe } from '#libs/reference/validators';

export class SelectVolunteersRequest {
  @IsListOfTextsUpTo('筛选条件', 100, { min: 0, max: 12 }) readonly filters: readonly string[];
  @Maybe() @IsTextUpTo('姓名、拼音或编号', 50) readonly text?: string;
  /** Left out for everybody whom the filters find. */
  @Maybe() @IsListOfIds('勾选的志愿者', { min: 1, max: 200 }) readonly volunteerIds?: readonly VolunteerId[];
}

export class SelectTeamsRequest {
  @IsListOfTextsUpTo('筛选条件', 100, { min: 0, max: 12 }) readonly filters: readonly string[];
  @Maybe() @IsTextUpTo('队名或拼音', 50) readonly text?: string;
  @Maybe() @IsListOfIds('勾选的服务队', { min: 1, max: 200 }) readonly teamIds?: readonly TeamId[];
}

export class SelectActivitiesRequest {
  @IsListOfTextsUpTo('筛选条件', 100, { min: 0, max: 12 }) readonly filters: readonly string[];
  @Maybe() @IsTextUpTo('活动名称或拼音', 50) readonly text?: string;
  @Maybe() @IsListOfIds('勾选的活动', { min: 1, max: 200 }) readonly activityIds?: readonly ActivityId[];
}

export class ExportSelectionRequest {
  @IsTextUpTo('选定', 40_000) readonly selection: string;
  @IsListOfTextsUpTo('列', 40, { min: 1, max: 40 }) readonly columns: readonly string[];
  @IsCodeFrom('用途', disclosurePurposes) readonly purpose: DisclosurePurpose;
  @IsCodeFrom('交给谁', exportReceivers) readonly receiver: ExportReceiver;
}
