import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, listOf, localDate, optional, personal, text } from '#libs/kernel/fields';
import type { MeetingId, OrganizationId, TeamId } from '#libs/kernel/ids';

/** 十有 in the order of the notice (Z-70 to Z-80); of the fifth the leader is one half, the groups the other. */
export const tenHaves = [
  'TEAM_FLAG',
  'TEAM_CHARTER',
  'TEAM_INSIGNIA',
  'ANNUAL_PLAN',
  'LEADER_AND_GROUPS',
  'STAR_RULES',
  'ONLINE_REGISTER',
  'ACTIVITY_ARCHIVE',
  'RECORD_BOOK',
  'REAL_NAME_GROUP',
] as const;
export type TenHave = (typeof tenHaves)[number];

const ofTeam = {
  teamId: id<TeamId>(),
  organizationId: id<OrganizationId>(),
  year: integer(2000, 2200),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const dutiesEvents = {
  /** 工作例会 (Z-54, Z-55): what was exchanged, planned, coordinated and promoted stands in the summary. */
  QuarterlyMeetingHeld: event(1, {
    ...ofTeam,
    meetingId: id<MeetingId>(),
    quarter: integer(1, 4),
    heldOn: localDate(),
    recordedOn: localDate(),
    attendees: integer(1, 10_000),
    summary: personal('free', text(2000)),
  }),
  /** 十有 as the team found it on a day (Z-81); the newest check of a year is the one shown. */
  TenHavesChecked: event(1, {
    ...ofTeam,
    checkedOn: localDate(),
    recordedOn: localDate(),
    /** In the order of the notice. */
    present: listOf(code(tenHaves), 10),
    note: optional(personal('free', text(500))),
  }),
};

export type DutiesEvent = EventOf<typeof dutiesEvents>;
export type ClearDutiesEvent = ClearEventOf<typeof dutiesEvents>;

/** What a team has to do in a year beside its activities. */
export const dutiesStream = (teamId: TeamId, year: number): string => `duties-${teamId}-${year}`;
