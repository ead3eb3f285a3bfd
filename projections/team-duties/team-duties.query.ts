import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import { pageOf, type Page, type Paging, type Reader } from '#libs/projection-engine/paging';
import { tenHaves, type TenHave } from '#libs/review/duties.events';
import type { TeamDutiesCheck, TeamDutiesMeeting } from './team-duties.entity.js';

interface Asked extends Paging {
  readonly teamId: TeamId;
  readonly year: number;
  readonly scope: readonly OrganizationId[] | undefined;
}

const ofTeamYear = `d.team_id = $1 and d.year = $2::int and ($3::uuid[] is null or d.organization_id = any($3))`;
const valuesOf = ({ teamId, year, scope }: Asked): unknown[] => [teamId, year, scope ?? null];

/** The meetings behind the `quartersMet` of a team's review, earliest first. */
export const quarterlyMeetings = (source: Reader, asked: Asked): Promise<Page<TeamDutiesMeeting>> =>
  pageOf(
    source,
    {
      text: `select d.meeting_id as "meetingId", d.team_id as "teamId", d.organization_id as "organizationId", d.year, d.quarter,
        d.held_on as "heldOn", d.recorded_on as "recordedOn", d.recorded_by as "recordedBy", d.attendees, d.summary
        from read.team_duties_meeting d where ${ofTeamYear}`,
      values: valuesOf(asked),
    },
    '"heldOn", "meetingId"',
    asked,
  );

export type TenHavesItem = TeamDutiesCheck & { readonly missing: readonly TenHave[] };

/** The checks of a team's year, newest first: the first is the one that its review shows. */
export async function tenHavesChecks(source: Reader, asked: Asked): Promise<Page<TenHavesItem>> {
  const page = await pageOf<TeamDutiesCheck>(
    source,
    {
      text: `select d.team_id as "teamId", d.checked_on as "checkedOn", d.organization_id as "organizationId", d.year,
        d.recorded_on as "recordedOn", d.recorded_by as "recordedBy", d.present, d.note
        from read.team_duties_check d where ${ofTeamYear}`,
      values: valuesOf(asked),
    },
    '"checkedOn" desc',
    asked,
  );
  const items = page.items.map((one) => ({ ...one, missing: tenHaves.filter((have) => !one.present.includes(have)) }));
  return { ...page, items };
}
