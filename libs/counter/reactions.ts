import { whenAttendanceIsAttestedThenHoursAreCredited } from '#libs/activity/activity.reactions';
import {
  whenHoursChangeThenCertificatesFollow,
  whenRecordsArePartedThenCertificatesFollow,
} from '#libs/certificate/certificate.reactions';
import {
  whenServiceHoursAreAttestedThenTheyAreCredited,
  whenServiceHoursAreMovedThenTheRightPersonIsCredited,
} from '#libs/hours/hours.reactions';
import { whenYearIsClosedThenHoursAreClosed } from '#libs/closing/closing.reactions';
import type { AnyReaction } from '#libs/projection-engine/reaction-runner';
import { whenOrganizationIsMergedThenFollowSuccessor } from '#libs/organization/organization.reactions';
import {
  whenMemberJoinedThenChoosePrimaryTeam,
  whenMemberLeftThenClearPrimaryTeam,
  whenMemberMovesThenJoinOtherTeam,
} from '#libs/team/team.reactions';
import {
  whenPersonsAreMergedThenLinkDuplicate,
  whenVolunteerIsGoneThenLeaveTeam,
} from '#libs/volunteer/volunteer.reactions';

/** Every when-then of the product; each follows the log with a checkpoint of its own. */
export const reactions: readonly AnyReaction[] = [
  whenAttendanceIsAttestedThenHoursAreCredited,
  whenHoursChangeThenCertificatesFollow,
  whenRecordsArePartedThenCertificatesFollow,
  whenServiceHoursAreAttestedThenTheyAreCredited,
  whenServiceHoursAreMovedThenTheRightPersonIsCredited,
  whenYearIsClosedThenHoursAreClosed,
  whenMemberJoinedThenChoosePrimaryTeam,
  whenMemberLeftThenClearPrimaryTeam,
  whenMemberMovesThenJoinOtherTeam,
  whenOrganizationIsMergedThenFollowSuccessor,
  whenVolunteerIsGoneThenLeaveTeam,
  whenPersonsAreMergedThenLinkDuplicate,
];
