import { describe, expect, it } from '@jest/globals';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import { EventCodec } from '#libs/event-store/codec';
import type { ActivityCommand, HoldSession } from './activity.commands.js';
import { activityDecider } from './activity.decider.js';
import { activityEvents, activityStream, type ActivityEvent } from './activity.events.js';
import {
  actAt,
  activityId,
  afternoon,
  announcement,
  at,
  attest,
  attested,
  attester,
  cancel,
  cancelled,
  checkingIn,
  checkingOut,
  day,
  held,
  heldInTheAfternoon,
  idOf,
  li,
  line,
  person,
  plan,
  planned,
  record,
  recorded,
  scheduled,
  secondTeam,
  span,
  team,
  wang,
  when,
  withdraw,
} from './activity.examples.js';

describe('planning an activity', () => {
  const command: ActivityCommand = { type: 'PlanActivity', data: plan };

  it('writes down all that Order 67 art. 7 asks for, on the day of the act', () => {
    expect(when([], command)).toEqual([
      { type: 'ActivityPlanned', data: { ...plan, isDangerous: false, isEmergency: false, plannedOn: '2026-07-01' } },
    ]);
  });

  it('keeps the theme where one is given', () => {
    const themed = { type: 'PlanActivity', data: { ...plan, theme: 'CARE_NATURE' } } as const;
    expect(when([], themed)).toMatchObject([{ data: { theme: 'CARE_NATURE' } }]);
  });

  it('says nothing when the same plan comes again, its teams in another order', () => {
    const joint: ActivityEvent = {
      ...planned,
      data: { ...planned.data, teamIds: [team, secondTeam] },
    } as ActivityEvent;
    expect(when([joint], { type: 'PlanActivity', data: { ...plan, teamIds: [secondTeam, team] } })).toEqual([]);
  });

  it.each([
    ['organization', { organizationId: idOf<OrganizationId>(77) }],
    ['theme', { theme: 'CARE_PEOPLE' as const }],
    ['team', { teamIds: [secondTeam] }],
    ['number of teams', { teamIds: [team, secondTeam] }],
  ])('refuses another %s under the same id', (_what, change) => {
    expect(refusedAs(when([planned], { type: 'PlanActivity', data: { ...plan, ...change } }))).toBe(
      'activity_is_planned_once',
    );
  });
});

describe('holding a session', () => {
  const hold = (changes: Partial<HoldSession> = {}): ActivityCommand => ({
    type: 'HoldSession',
    data: { ...span, ...changes },
  });

  it('writes it under the organization of the plan', () => {
    expect(when([planned], hold())).toEqual([held]);
  });

  it('takes several sessions on one day', () => {
    const second = hold({ sessionId: afternoon, startsAt: at('14:00'), endsAt: at('16:00') });
    expect(when([planned, held], second)).toEqual([heldInTheAfternoon]);
  });

  it.each([
    ['yesterday', '2026-06-30', undefined],
    ['today', '2026-07-01', undefined],
    ['tomorrow', '2026-07-02', 'service_must_have_happened'],
  ])('of %s: the service must have happened', (_when, heldOn, refusal) => {
    expect(refusedAs(when([planned], hold({ heldOn: day(heldOn) })))).toBe(refusal);
  });

  it.each([
    ['08:59', 'session_must_end_after_it_starts'],
    ['09:00', 'session_must_end_after_it_starts'],
    ['09:01', undefined],
    ['24:00', undefined],
  ])('from 09:00 to %s', (endsAt, refusal) => {
    expect(refusedAs(when([planned], hold({ endsAt: at(endsAt) })))).toBe(refusal);
  });

  it.each([
    ['yesterday', '2026-06-29', '2026-06-30', undefined],
    ['today', '2026-06-30', '2026-07-01', undefined],
    ['tomorrow', '2026-07-01', '2026-07-02', 'service_must_have_happened'],
    ['the day after the next', '2026-06-28', '2026-06-30', 'session_lasts_until_the_next_day_at_most'],
    ['the day before', '2026-06-30', '2026-06-29', 'session_must_end_after_it_starts'],
  ])('over midnight until %s', (...[, heldOn, endsOn, refusal]) => {
    const night = hold({ heldOn: day(heldOn), startsAt: at('22:00'), endsOn: day(endsOn), endsAt: at('02:00') });
    const decision = when([planned], night);
    expect(refusedAs(decision)).toBe(refusal);
    if (!refusal) expect(decision).toMatchObject([{ data: { heldOn, endsOn, endsAt: '02:00' } }]);
  });

  it('says nothing when the same session comes again, the day of its end named or not', () => {
    expect(when([planned, held], hold())).toEqual([]);
    expect(when([planned, held], hold({ endsOn: span.heldOn }))).toEqual([]);
  });

  it.each([{ heldOn: day('2026-06-29') }, { startsAt: at('08:30') }, { endsAt: at('11:30') }])(
    'refuses another day or time under the same id: %j',
    (change) => {
      expect(refusedAs(when([planned, held], hold(change)))).toBe('session_is_held_once');
    },
  );

  it('is refused for an activity that nobody planned', () => {
    expect(refusedAs(when([], hold()))).toBe('activity_must_be_planned');
  });
});

describe('cancelling an activity', () => {
  it('is written once (F-33)', () => {
    expect(when([planned], cancel)).toEqual([
      { type: 'ActivityCancelled', data: { ...cancelled.data, cancelledOn: '2026-07-01' } },
    ]);
    expect(when([planned, cancelled], cancel)).toEqual([]);
  });

  it('is possible with recorded attendance and refused with attested attendance', () => {
    expect(when([planned, held, recorded(wang)], cancel)).toHaveLength(1);
    expect(refusedAs(when([planned, held, recorded(wang), attested(wang)], cancel))).toBe(
      'activity_with_attested_attendance_stays',
    );
  });

  it('is refused for an activity that nobody planned', () => {
    expect(refusedAs(when([], cancel))).toBe('activity_must_be_planned');
  });

  it.each<[ActivityCommand]>([
    [{ type: 'PlanActivity', data: plan }],
    [{ type: 'HoldSession', data: span }],
    [record(line(wang))],
    [withdraw],
    [attest()],
  ])('shuts it for everything else: %j', (command) => {
    expect(refusedAs(when([planned, held, recorded(wang), cancelled], command, attester))).toBe(
      'activity_must_not_be_cancelled',
    );
  });
});

describe('an activity from plan to end', () => {
  it('decides only what the event definitions accept', () => {
    const codec = new EventCodec(activityEvents);
    const past = [planned, held, recorded(wang)];
    const announced = [planned, scheduled(1)];
    const facts = {
      codeHolds: true,
      deviceClockDriftMinutesMax: 5,
      planLineStands: true,
      file: { bytes: 1, contentType: 'PDF' },
    } as const;
    const signUp = (volunteerId: VolunteerId): ActivityCommand => ({ type: 'SignUp', data: person(volunteerId) });
    const full = [signUp(wang), signUp(li)].reduce(
      (told, command) => [...told, ...(when(told, command) as readonly ActivityEvent[])],
      announced,
    );
    const cameIn = [...announced, ...(when(announced, checkingIn(wang), actAt('14:00'), facts) as ActivityEvent[])];
    const decided = [
      when([], { type: 'PlanActivity', data: { ...plan, theme: 'CARE_SOCIETY', neededSkills: ['急救'] } }),
      when([planned], {
        type: 'InsureActivity',
        data: { activityId, insuredOn: day('2026-07-01'), insuranceReference: '1' },
      }),
      when(
        [planned],
        { type: 'TiePlanLine', data: { activityId, teamId: team, year: 2026, planLineId: idOf(50) } },
        undefined,
        facts,
      ),
      when([planned], { type: 'ScheduleSession', data: announcement }),
      full.slice(2),
      when(full, { type: 'CancelSignUp', data: person(wang) }),
      when(full, { type: 'RescheduleSession', data: { ...announcement, startsAt: at('15:00'), reason: '下雨' } }),
      when(full, { type: 'ChangeActivity', data: { activityId, place: '南门社区', reason: '原场地维修' } }),
      when(full, cancel),
      cameIn.slice(2),
      when(cameIn, checkingOut(wang), actAt('15:00'), facts),
      when(
        [planned],
        {
          type: 'AddEvidence',
          data: { activityId, evidenceId: idOf(70), evidenceKind: 'PHOTO', sha256: '0a'.repeat(32) },
        },
        undefined,
        facts,
      ),
      when([planned], { type: 'HoldSession', data: span }),
      when(past, record(line(li, { note: '迟到十分钟' }))),
      when(past, withdraw),
      when(past, attest(), attester),
      when(past, cancel),
    ].flat() as ActivityEvent[];
    expect(decided.map((event) => codec.split(event, activityStream(plan.activityId)).clear['activityId'])).toEqual(
      decided.map(() => plan.activityId),
    );
    expect(new Set(decided.map(({ type }) => type))).toEqual(new Set(Object.keys(activityEvents)));
  });
});

describe('folding an activity', () => {
  it('leaves the state alone at an event of a later version, and at one whose ground is missing', () => {
    const later = { type: 'EvidenceShredded', data: {} } as unknown as ActivityEvent;
    expect(when([planned, later, held, recorded(wang)], attest(), attester)).toEqual([attested(wang)]);
    expect(refusedAs(when([held, attested(wang)], attest(), attester))).toBe('activity_must_be_planned');
    expect(refusedAs(when([planned, held, attested(wang)], attest(), attester))).toBe('attendance_must_be_recorded');
  });

  it('never changes a state it was given', () => {
    const before = [planned, held].reduce(activityDecider.evolve, activityDecider.initial);
    activityDecider.evolve(before, recorded(wang));
    expect(before).toEqual([planned, held].reduce(activityDecider.evolve, activityDecider.initial));
  });
});
