import type { ActivityCommand, AttendanceLine } from '#libs/activity/activity.commands';
import type { Context } from '#libs/event-store/ledger';
import type { HoursCommand } from '#libs/hours/hours.commands';
import { plainReversalReasons } from '#libs/hours/correction.commands';
import type { CommandId, EvidenceId, HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import { minuteOfDay, yearOf, type LocalDate, type Minutes, type TimeOfDay } from '#libs/kernel/time';
import { day, numbers, organizationId, teamId, volunteerId } from '../support/made-up-facts.js';
import { accountId, activityId, entryId, sessionId } from '../support/service-facts.js';
import type { Chance } from './chance.js';

/** What one caller asks for, and goes on asking for until it is told yes or no. */
export interface Asked {
  readonly command: ActivityCommand | HoursCommand;
  readonly context: Context;
  /** Sent a second time while the first is under way. */
  readonly twice: boolean;
}

export const volunteersMost = 4;

interface Span {
  readonly activity: number;
  readonly session: number;
  readonly heldOn: LocalDate;
  readonly startsAt: TimeOfDay;
  readonly endsAt: TimeOfDay;
}

const sheetIdOf = (activity: number): EvidenceId =>
  `f0000000-0000-4000-8500-${String(activity).padStart(12, '0')}` as EvidenceId;

const time = (minute: number): TimeOfDay =>
  `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}` as TimeOfDay;

// Two days either side of a turn of the year, so that a person has two streams; few, so that services overlap.
const days = ['2025-12-31', '2026-01-01', '2026-01-01'].map(day);

/** The commands of one run, in the order in which they make sense; the scheduler has its own mind about the order. */
export class Workload {
  private commands = 0;
  private entries = 0;
  private readonly recorded: { readonly span: Span; readonly volunteer: VolunteerId; readonly entry: HoursEntryId }[] =
    [];

  constructor(
    private readonly chance: Chance,
    private readonly twice: number,
  ) {}

  all(): Asked[] {
    const activities = numbers(1, this.chance.between(1, 3));
    const spans = activities.flatMap((activity) =>
      numbers(1, this.chance.between(1, 2)).map((n) => this.span(activity, activity * 10 + n)),
    );
    const some = this.chance.between(18, 32);
    return [
      ...activities.map((activity) => this.asked(this.plan(activity))),
      ...activities.map((activity) => this.asked(this.sheet(activity))),
      ...spans.map((span) => this.asked(this.hold(span))),
      ...spans.map((span) => this.asked(this.record(span))),
      ...numbers(1, some).map((n) => this.asked(this.something(spans, n / some))),
    ];
  }

  private something(spans: readonly Span[], progress: number): Asked['command'] {
    const span = this.chance.pick(spans);
    const draw = this.chance.next() + progress / 4;
    if (draw < 0.02) return { type: 'CancelActivity', data: { activityId: activityId(span.activity), reason: '暴雨' } };
    if (draw < 0.05) return this.plan(span.activity);
    if (draw < 0.1) return this.hold(this.chance.happens(0.5) ? span : this.span(span.activity, span.session));
    if (draw < 0.4) return this.record(span);
    if (draw < 0.5) return this.withdraw();
    return draw < 0.95 ? this.attest(span) : this.reverse();
  }

  private asked(command: Asked['command']): Asked {
    const account = this.chance.between(1, 3);
    this.commands += 1;
    return {
      command,
      context: {
        commandId: `f0000000-0000-4000-9000-${String(this.commands).padStart(12, '0')}` as CommandId,
        by: accountId(account),
        org: organizationId(1),
        // The first account is a volunteer's own.
        ...(account === 1 ? { byVolunteer: volunteerId(1) } : {}),
      },
      twice: this.chance.happens(this.twice),
    };
  }

  private span(activity: number, session: number): Span {
    const from = this.chance.between(8, 11) * 60;
    const heldOn = this.chance.pick(days);
    return { activity, session, heldOn, startsAt: time(from), endsAt: time(from + this.chance.pick([60, 90, 180])) };
  }

  private plan(activity: number): ActivityCommand {
    return {
      type: 'PlanActivity',
      data: {
        activityId: activityId(activity),
        organizationId: organizationId(1),
        teamIds: [teamId(1)],
        title: `示例活动${activity}`,
        place: '示例社区',
        content: '打扫公共楼道',
        responsiblePerson: '示例员1',
      },
    };
  }

  /** The paper that several people signed (F-06). */
  private sheet(activity: number): ActivityCommand {
    const paper = { evidenceId: sheetIdOf(activity), evidenceKind: 'SIGN_IN_SHEET', sha256: 'a1'.repeat(32) } as const;
    return { type: 'AddEvidence', data: { activityId: activityId(activity), ...paper } };
  }

  private hold({ activity, session, ...span }: Span): ActivityCommand {
    return { type: 'HoldSession', data: { activityId: activityId(activity), sessionId: sessionId(session), ...span } };
  }

  private record(span: Span): ActivityCommand {
    const first = this.chance.between(1, volunteersMost);
    const volunteers = numbers(first, this.chance.between(first, volunteersMost)).map(volunteerId);
    const attendances = volunteers.map((volunteer) => this.line(span, volunteer));
    return {
      type: 'RecordAttendance',
      data: {
        activityId: activityId(span.activity),
        sessionId: sessionId(span.session),
        provenance: 'WITNESSED',
        sheetId: sheetIdOf(span.activity),
        attendances,
      },
    };
  }

  private line(span: Span, volunteer: VolunteerId): AttendanceLine {
    const starts = minuteOfDay(span.startsAt) + 15 * this.chance.below(2);
    const serviceMinutes = this.chance.between(1, minuteOfDay(span.endsAt) - starts) as Minutes;
    this.entries += 1;
    this.recorded.push({ span, volunteer, entry: entryId(this.entries) });
    return {
      volunteerId: volunteer,
      entryId: entryId(this.entries),
      startsAt: time(starts),
      serviceMinutes,
      ...(this.chance.happens(0.7) ? { teamId: teamId(1) } : {}),
      ...(this.chance.happens(0.5) ? { endsAt: span.endsAt } : {}),
      ...(this.chance.happens(0.2) ? { note: '示例备注' } : {}),
    };
  }

  private withdraw(): ActivityCommand {
    const { span, volunteer } = this.chance.pick(this.recorded);
    return {
      type: 'WithdrawAttendance',
      data: {
        activityId: activityId(span.activity),
        sessionId: sessionId(span.session),
        volunteerId: volunteer,
        reason: '抄错行',
      },
    };
  }

  private attest({ activity, session }: Span): ActivityCommand {
    const named = this.chance.happens(0.4) ? [volunteerId(this.chance.between(1, volunteersMost))] : undefined;
    return {
      type: 'AttestAttendance',
      data: {
        activityId: activityId(activity),
        sessionId: sessionId(session),
        ...(named ? { volunteerIds: named } : {}),
      },
    };
  }

  private reverse(): HoursCommand {
    const { span, volunteer, entry } = this.chance.pick(this.recorded);
    return {
      type: 'ReverseServiceHours',
      data: {
        volunteerId: volunteer,
        year: yearOf(span.heldOn),
        entryId: entry,
        reasonCode: this.chance.pick(plainReversalReasons),
        reason: '经查未到场',
      },
    };
  }
}
