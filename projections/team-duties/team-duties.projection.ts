import type { AccountId } from '#libs/kernel/ids';
import { table, type Projection } from '#libs/projection-engine/projection';
import type { DutiesEvent } from '#libs/review/duties.events';
import { TeamDutiesCheck, TeamDutiesMeeting } from './team-duties.entity.js';

type MeetingKey = Pick<TeamDutiesMeeting, 'meetingId'>;

const meetings = table<TeamDutiesMeeting, DutiesEvent>()({
  entity: TeamDutiesMeeting,
  keyOf: { QuarterlyMeetingHeld: ({ meetingId }): MeetingKey => ({ meetingId }) },
  empty: (key): TeamDutiesMeeting => key as TeamDutiesMeeting,
  on: {
    QuarterlyMeetingHeld: (row, { batch: _batch, ...data }, { entry }): TeamDutiesMeeting => ({
      ...row,
      ...data,
      recordedBy: entry.by as AccountId,
    }),
  },
});

type CheckKey = Pick<TeamDutiesCheck, 'teamId' | 'checkedOn'>;

const checks = table<TeamDutiesCheck, DutiesEvent>()({
  entity: TeamDutiesCheck,
  keyOf: { TenHavesChecked: ({ teamId, checkedOn }): CheckKey => ({ teamId, checkedOn }) },
  empty: (key): TeamDutiesCheck => key as TeamDutiesCheck,
  on: {
    TenHavesChecked: (row, { organizationId, year, recordedOn, present, note }, { entry }): TeamDutiesCheck => ({
      ...{ ...row, organizationId, year, recordedOn, present, note: note ?? null },
      recordedBy: entry.by as AccountId,
    }),
  },
});

/** Answers: when did a team meet (Z-54), and which of the ten-haves did it find on which day (Z-81)? */
export const teamDuties: Projection = { name: 'team-duties', version: 1, opens: ['free'], tables: [meetings, checks] };
