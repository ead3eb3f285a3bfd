import type { Message } from '#libs/kernel/decider';
import type { EvidenceId, VolunteerId } from '#libs/kernel/ids';
import { IsCodeFrom, IsIdOf, IsListOfCodesFrom, IsListOfIds, Maybe } from '#libs/reference/validators';
import {
  erasableGroups,
  filesOfRequestMax,
  privacyAnswers,
  privacyBases,
  privacyRefusalGrounds,
  type ErasableGroup,
  type PrivacyAnswer,
  type PrivacyBasis,
  type PrivacyRefusalGround,
  type RequestId,
} from './erasure.events.js';

class OfRequest {
  @IsIdOf('志愿者') readonly volunteerId: VolunteerId;
  @IsIdOf('申请编号') readonly requestId: RequestId;
}

/** A person's request about their own data, or the unit's own duty to delete. */
export class FilePrivacyRequest extends OfRequest {
  @IsCodeFrom('处理方式', privacyAnswers) readonly answer: PrivacyAnswer;
  @IsCodeFrom('依据', privacyBases) readonly basis: PrivacyBasis;
  /** What is destroyed; empty for the other answers. */
  @IsListOfCodesFrom('信息类别', erasableGroups) readonly groups: readonly ErasableGroup[];
  /** Evidence that shows the person and is destroyed too; whoever asks has looked at it. */
  @Maybe()
  @IsListOfIds('佐证', { max: filesOfRequestMax })
  readonly evidenceIds?: readonly EvidenceId[];
}

/** By another person than the one who filed it. */
export class ApprovePrivacyRequest extends OfRequest {}

export class DeclinePrivacyRequest extends OfRequest {
  @IsCodeFrom('理由', privacyRefusalGrounds) readonly ground: PrivacyRefusalGround;
}

/** What was to be corrected was corrected, by a change of particulars. */
export class CompleteCorrection extends OfRequest {}

export type ErasureCommand =
  | Message<'FilePrivacyRequest', FilePrivacyRequest>
  | Message<'ApprovePrivacyRequest', ApprovePrivacyRequest>
  | Message<'DeclinePrivacyRequest', DeclinePrivacyRequest>
  | Message<'CompleteCorrection', CompleteCorrection>;

/** What the eraser says itself, after the deed. Never a request of its own. */
export type ErasureStepCommand =
  | Message<'NoteKeysShredded', { readonly requestId: RequestId; readonly keyIds: readonly string[] }>
  | Message<'CompleteErasure', { readonly requestId: RequestId; readonly exports: number }>;

export const erasureCommands = {
  FilePrivacyRequest,
  ApprovePrivacyRequest,
  DeclinePrivacyRequest,
  CompleteCorrection,
} as const;
