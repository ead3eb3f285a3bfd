import type { BatchId } from '#libs/kernel/ids';
import type { Minutes } from '#libs/kernel/time';
import { reviewStream } from '#libs/review/review.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import {
  applied,
  changed,
  day,
  enrolled,
  joined,
  left,
  organizationId,
  postId,
  primary,
  teamId,
  unprimary,
  volunteerId,
  withdrew,
} from './made-up-facts.js';
import { movements } from './movement-facts.js';
import type { GivenEvent } from './projection-bench.js';
import { closingFacts } from './closing-facts.js';
import { hoursFacts } from './hours-facts.js';
import { carriedOver, checkedIn, checkedOut, lapsed, movedUp, signedUp, signUpCancelled, toldOfChange } from './presence-facts.js';
import { reviewFacts } from './review-facts.js';
import {
  activityId,
  attended,
  attested,
  conflicted,
  credited,
  held,
  planned,
  reversed,
  withdrawnSlip,
} from './service-facts.js';

const about = (n: number) => ({ volunteerId: volunteerId(n), organizationId: organizationId(1) });
export const hoursOf = (n: number, year = 2026) => `hours-${volunteerId(n)}-${year}`;
export const batch = '00000000-0000-4000-8000-0000000000ba' as BatchId;

/** One of every kind of event about volunteer 1, and as many about volunteer 2 in the shared streams. */
export const everything: readonly (readonly [stream: string, ...events: GivenEvent[]])[] = [
  [
    volunteerStream(volunteerId(1)),
    { type: 'ApplicationSubmitted', data: { ...applied(1).data, batch } },
    { type: 'ApplicationReturned', data: { ...about(1), returnedOn: day('2026-01-11'), reason: '缺照片' } },
    { type: 'ApplicationDeclined', data: { ...about(1), declinedOn: day('2026-01-12'), reason: '未满年龄' } },
    { type: 'ApplicationApproved', data: { ...about(1), approvedOn: day('2026-01-20'), basis: 'BRANCH_MEETING' } },
    enrolled(1),
    changed(1, { name: '示例员一', participantKind: 'PROBATIONARY_MEMBER' }),
    primary(1, 1),
    unprimary(1, 1, '2026-05-01'),
    ...movements(1, 2),
  ],
  [
    `team-${teamId(1)}`,
    joined(1, 1),
    joined(2, 1),
    {
      type: 'TeamMemberMoved',
      data: { ...about(1), teamId: teamId(1), movedOn: day('2026-02-10') },
    },
    {
      type: 'TeamLeaderAppointed',
      data: { ...about(1), teamId: teamId(1), postId: postId(1), appointedOn: day('2026-02-11') },
    },
    { type: 'TeamLeaderStoodDown', data: { ...about(1), teamId: teamId(1), stoodDownOn: day('2026-02-12') } },
    {
      type: 'ServiceGroupMemberAssigned',
      data: {
        teamId: teamId(1),
        groupId: '00000000-0000-4000-8000-0000000000aa' as never,
        volunteerId: volunteerId(1),
        assignedOn: day('2026-02-13'),
      },
    },
    left(1, 1, '2026-05-01'),
  ],
  [
    `organization-${organizationId(1)}`,
    {
      type: 'LeadershipPostAssumed',
      data: { ...about(1), postId: postId(1), assumedOn: day('2026-01-01'), postName: '支部书记' },
    },
    { type: 'LeadershipPostEnded', data: { ...about(1), postId: postId(1), endedOn: day('2026-06-01') } },
  ],
  [
    `activity-${activityId(1)}`,
    planned(1),
    signedUp(1),
    signUpCancelled(1),
    movedUp(1),
    carriedOver(1, '2026-03-20'),
    toldOfChange(1),
    lapsed(1),
    checkedIn(1),
    checkedOut(1),
    held(1, 1),
    attended(1, { note: '带队' }),
    withdrawnSlip(1, 1, 1),
    attended(2),
    attended(3, { volunteerId: volunteerId(2) }),
    attested(2),
  ],
  [hoursOf(1), credited(2), conflicted(4, 2), reversed(credited(2))],
  [hoursOf(2), credited(3, { volunteerId: volunteerId(2) })],
  [
    reviewStream(volunteerId(1), 2026),
    {
      type: 'VolunteerReviewPrepared',
      data: {
        ...about(1),
        year: 2026,
        pack: 'ZJ-2013-37',
        packVersion: 1,
        position: '1',
        preparedOn: day('2026-12-31'),
        serviceMinutes: 0 as Minutes,
        activities: 0,
      },
    },
    {
      type: 'VolunteerReviewPackMeasured',
      data: {
        ...about(1),
        year: 2026,
        pack: 'ZJ-2013-37',
        packVersion: 1,
        fromOn: day('2026-01-01'),
        untilOn: day('2026-06-30'),
        reached: 0,
      },
    },
    {
      type: 'VolunteerReviewConfirmed',
      data: { ...about(1), year: 2026, conclusion: 'EXEMPTED', confirmedOn: day('2027-01-02'), note: '病假' },
    },
  ],
  ...closingFacts(1),
  ...hoursFacts,
  ...reviewFacts,
  [volunteerStream(volunteerId(1)), withdrew(1, '2026-06-30')],
];
