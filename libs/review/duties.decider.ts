import { lyingAhead } from '#libs/kernel/days';
import { refuse, type Act, type DataOfCommand, type Decider, type Refusal } from '#libs/kernel/decider';
import type { MeetingId, OrganizationId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import type { DutiesCommand } from './duties.commands.js';
import { tenHaves, type ClearDutiesEvent, type DutiesEvent, type TenHave } from './duties.events.js';

type Meeting = Omit<Extract<ClearDutiesEvent, { type: 'QuarterlyMeetingHeld' }>['data'], 'summary'>;

export interface TenHavesCheck {
  readonly checkedOn: LocalDate;
  readonly present: readonly TenHave[];
}

export interface Duties {
  readonly meetings: ReadonlyMap<MeetingId, Meeting>;
  /** By day, oldest first; of two of one day the later written. */
  readonly checks: readonly TenHavesCheck[];
}

/** Of the ten-haves what the ledger knows itself on the day of the check. */
export interface DutiesFacts {
  /** Absent where there is no such team. */
  readonly organizationId?: OrganizationId;
  readonly establishedOn?: LocalDate;
  /** The year's plan has a line (④). */
  readonly hasPlan?: boolean;
  /** Somebody leads the team on that day, and it has groups (⑤). */
  readonly hasLeaderAndGroups?: boolean;
}

export type DutiesRefusal =
  | 'duties_need_a_team'
  | 'day_must_not_lie_ahead'
  | 'team_was_not_there_yet'
  | 'meeting_lies_in_its_quarter'
  | 'meeting_is_recorded_once'
  | 'check_lies_in_its_year'
  | 'ten_have_is_not_in_the_ledger';

type Decision = readonly DutiesEvent[] | Refusal<DutiesRefusal>;
type Asked<T extends DutiesCommand['type']> = DataOfCommand<DutiesCommand, T>;

/** Quarterly meetings and the ten-haves of one team and year, as far as they are recorded (Z-54, Z-81). */
export const dutiesDecider: Decider<Duties, DutiesCommand, DutiesEvent, ClearDutiesEvent, DutiesRefusal, DutiesFacts> =
  {
    initial: { meetings: new Map(), checks: [] },
    evolve: (duties, event) => {
      switch (event.type) {
        case 'QuarterlyMeetingHeld':
          return { ...duties, meetings: new Map(duties.meetings).set(event.data.meetingId, event.data) };
        case 'TenHavesChecked':
          return { ...duties, checks: withCheck(duties.checks, event.data) };
        default:
          return duties;
      }
    },
    decide: (command, duties, act, facts) =>
      command.type === 'RecordQuarterlyMeeting'
        ? recordMeeting(command.data, duties, act, facts)
        : checkTenHaves(command.data, duties, act, facts),
  };

function withCheck(checks: Duties['checks'], { checkedOn, present }: TenHavesCheck): Duties['checks'] {
  const others = checks.filter((one) => one.checkedOn !== checkedOn);
  return [...others, { checkedOn, present }].toSorted((a, b) => (a.checkedOn < b.checkedOn ? -1 : 1));
}

export const quarterOf = (day: LocalDate): number => Math.ceil(Number(day.slice(5, 7)) / 3);

/** Why nothing can be recorded of the day; undefined where it can. */
function barred(day: LocalDate, act: Act, { establishedOn }: DutiesFacts): Refusal<DutiesRefusal> | undefined {
  const ahead = lyingAhead(day, act);
  if (ahead) return ahead;
  return establishedOn !== undefined && day < establishedOn
    ? refuse('team_was_not_there_yet', { establishedOn })
    : undefined;
}

function recordMeeting(
  asked: Asked<'RecordQuarterlyMeeting'>,
  { meetings }: Duties,
  act: Act,
  facts: DutiesFacts,
): Decision {
  const refusal = barred(asked.heldOn, act, facts);
  if (refusal || !facts.organizationId) return refusal ?? refuse('duties_need_a_team');
  const of = { organizationId: facts.organizationId };
  if (yearOf(asked.heldOn) !== asked.year || quarterOf(asked.heldOn) !== asked.quarter)
    return refuse('meeting_lies_in_its_quarter', { year: asked.year, quarter: asked.quarter });
  const known = meetings.get(asked.meetingId);
  if (known)
    return known.heldOn === asked.heldOn && known.attendees === asked.attendees
      ? []
      : refuse('meeting_is_recorded_once');
  return [{ type: 'QuarterlyMeetingHeld', data: { ...asked, ...of, recordedOn: act.today } }];
}

function checkTenHaves(
  { present, ...asked }: Asked<'CheckTenHaves'>,
  { checks }: Duties,
  act: Act,
  facts: DutiesFacts,
): Decision {
  const refusal = barred(asked.checkedOn, act, facts);
  if (refusal || !facts.organizationId) return refusal ?? refuse('duties_need_a_team');
  const of = { organizationId: facts.organizationId };
  if (yearOf(asked.checkedOn) !== asked.year) return refuse('check_lies_in_its_year', { year: asked.year });
  if (claimsTooMuch(present, facts)) return refuse('ten_have_is_not_in_the_ledger');
  const ordered = tenHaves.filter((one) => present.includes(one));
  const known = checks.find(({ checkedOn }) => checkedOn === asked.checkedOn);
  if (known && known.present.join() === ordered.join()) return [];
  return [{ type: 'TenHavesChecked', data: { ...asked, ...of, present: ordered, recordedOn: act.today } }];
}

const claimsTooMuch = (present: readonly TenHave[], { hasPlan, hasLeaderAndGroups }: DutiesFacts): boolean =>
  (present.includes('ANNUAL_PLAN') && hasPlan !== true) ||
  (present.includes('LEADER_AND_GROUPS') && hasLeaderAndGroups !== true);

/** Quarters of the year with a meeting, and the newest check. */
export const dutiesOf = ({
  meetings,
  checks,
}: Duties): { quartersMet: number; tenHaves?: number; tenHavesCheckedOn?: LocalDate } => {
  const newest = checks.at(-1);
  return {
    quartersMet: new Set([...meetings.values()].map(({ quarter }) => quarter)).size,
    ...(newest ? { tenHaves: newest.present.length, tenHavesCheckedOn: newest.checkedOn } : {}),
  };
};
