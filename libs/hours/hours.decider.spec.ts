import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import { EventCodec } from '#libs/event-store/codec';
import type { AccountId, ActivityId, OrganizationId, SessionId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct } from '#libs/kernel/specification';
import type { Minutes } from '#libs/kernel/time';
import type { CreditServiceHours } from './entry.commands.js';
import { hoursDecider } from './hours.decider.js';
import { hoursEvents, hoursStream, type HoursEvent } from './hours.events.js';
import {
  at,
  conflicted,
  credit,
  credited,
  day,
  entry,
  entryId,
  folded,
  idOf,
  recorder,
  reverse,
  reversed,
  second,
  volunteerId,
  when,
  written,
} from './hours.examples.js';
import { creditedMinutes, entriesOf } from './hours.state.js';

describe('crediting service hours', () => {
  it('writes the entry as it was attested', () => {
    expect(when([], credit())).toEqual([credited()]);
  });

  it('credits a guest of no team', () => {
    const { teamId: _teamId, ...guest } = entry();
    const { teamId: _team, ...saved } = written();
    expect(when([], { type: 'CreditServiceHours', data: guest })).toEqual([
      { type: 'ServiceHoursCredited', data: saved },
    ]);
  });

  it('says nothing when the same entry comes again: credited, conflicted or reversed', () => {
    expect(when([credited()], credit())).toEqual([]);
    expect(when([credited(), conflicted], credit(second('10:00', '12:00')))).toEqual([]);
    expect(when([credited(), reversed], credit())).toEqual([]);
  });

  it.each<[string, Partial<CreditServiceHours>]>([
    ['activity', { activityId: idOf<ActivityId>(77) }],
    ['session', { sessionId: idOf<SessionId>(77) }],
    ['organization', { organizationId: idOf<OrganizationId>(77) }],
    ['team', { teamId: idOf<TeamId>(77) }],
    ['day', { servedOn: day('2026-06-29') }],
    ['start', { startsAt: at('08:00') }],
    ['end', { endsAt: at('12:00') }],
    ['minutes', { serviceMinutes: 119 as Minutes }],
    ['provenance', { provenance: 'MEASURED' }],
    ['recorder', { recordedBy: idOf<AccountId>(77) }],
    ['attester', { attestedBy: idOf<AccountId>(77) }],
  ])('refuses another %s under the same entry id', (_what, change) => {
    expect(refusedAs(when([credited()], credit(change)))).toBe('entry_is_written_once');
  });

  it.each([
    ['2026-06-30', undefined],
    ['2026-07-01', undefined],
    ['2026-07-02', 'service_must_have_happened'],
  ])('of a service on %s, asked on 2026-07-01', (servedOn, refusal) => {
    expect(refusedAs(when([], credit({ servedOn: day(servedOn), endedOn: day(servedOn) })))).toBe(refusal);
  });

  it.each([
    ['2025-12-31', 'hours_belong_to_one_person_and_year'],
    ['2026-01-01', undefined],
    ['2026-12-31', undefined],
    ['2027-01-01', 'hours_belong_to_one_person_and_year'],
  ])('into a stream of 2026, of a service on %s', (servedOn, refusal) => {
    const newYear: Act = { ...someAct, today: day('2027-01-05') };
    const asked = credit({ entryId: entryId(2), servedOn: day(servedOn) });
    expect(refusedAs(when([credited()], asked, newYear))).toBe(refusal);
  });

  it('is refused in the stream of another volunteer', () => {
    const asked = credit({ entryId: entryId(2), volunteerId: idOf<VolunteerId>(77) });
    expect(refusedAs(when([credited()], asked))).toBe('hours_belong_to_one_person_and_year');
  });

  it.each([
    [119, undefined],
    [120, undefined],
    [121, 'minutes_must_fit_the_span'],
  ])('of %i minutes between 09:00 and 11:00', (minutes, refusal) => {
    expect(refusedAs(when([], credit({ serviceMinutes: minutes as Minutes })))).toBe(refusal);
  });

  it.each([
    ['08:59', 'service_must_end_after_it_starts'],
    ['09:00', 'service_must_end_after_it_starts'],
    ['09:01', undefined],
  ])('of one minute from 09:00 to %s', (endsAt, refusal) => {
    const asked = credit({ endsAt: at(endsAt), serviceMinutes: 1 as Minutes });
    expect(refusedAs(when([], asked))).toBe(refusal);
  });

  it('is refused where one person recorded and attested', () => {
    expect(refusedAs(when([], credit({ attestedBy: recorder })))).toBe('recorder_and_attester_must_differ');
  });

  it.each([
    ['08:00', '08:59', 'ServiceHoursCredited'],
    ['08:00', '09:00', 'ServiceHoursCredited'],
    ['08:00', '09:01', 'ServiceHoursConflicted'],
    ['09:00', '11:00', 'ServiceHoursConflicted'],
    ['09:30', '10:30', 'ServiceHoursConflicted'],
    ['08:00', '12:00', 'ServiceHoursConflicted'],
    ['10:59', '12:00', 'ServiceHoursConflicted'],
    ['11:00', '12:00', 'ServiceHoursCredited'],
    ['11:01', '12:00', 'ServiceHoursCredited'],
  ])('of %s to %s beside 09:00 to 11:00 (F-03): %s', (startsAt, endsAt, type) => {
    const data = entry(second(startsAt, endsAt));
    const standing = written(second(startsAt, endsAt));
    const saved = type === 'ServiceHoursConflicted' ? { ...standing, conflictsWith: entryId(1) } : standing;
    expect(when([credited()], { type: 'CreditServiceHours', data })).toEqual([{ type, data: saved }]);
  });

  it('does not conflict with the same hours of another day, with a conflicted entry or with a reversed one', () => {
    const otherDay = credit({ ...second('09:00', '11:00'), servedOn: day('2026-06-29'), endedOn: day('2026-06-29') });
    expect(when([credited()], otherDay)).toMatchObject([{ type: 'ServiceHoursCredited' }]);
    const besideConflicted = credit({ ...second('11:00', '12:00'), entryId: entryId(3) });
    expect(when([credited(), conflicted], besideConflicted)).toMatchObject([{ type: 'ServiceHoursCredited' }]);
    expect(when([credited(), reversed], credit(second('09:00', '11:00')))).toMatchObject([
      { type: 'ServiceHoursCredited' },
    ]);
  });

  it.each([
    [1438, 'ServiceHoursHeld'],
    [1439, 'ServiceHoursHeld'],
    [1440, undefined],
  ])('of one minute on a day that holds %i already (F-04)', (held, type) => {
    // No command can write such an hour; a wrong entry of old must not let a day grow beyond 24 hours.
    const past = credited({ startsAt: at('00:00'), endsAt: at('01:00'), serviceMinutes: held as Minutes });
    const decision = when([past], credit(second('02:00', '02:01')));
    expect(decision).toMatchObject(
      type ? [{ type }] : { refused: 'day_has_1440_minutes', details: { creditedMinutes: 1440 } },
    );
  });

  it('fills a whole day, from 00:00 to 24:00, once the level above approves', () => {
    const whole = credit({ startsAt: at('00:00'), endsAt: at('24:00'), serviceMinutes: 1440 as Minutes });
    expect(when([], whole)).toMatchObject([{ type: 'ServiceHoursHeld', data: { approvalLevel: 'HIGHER' } }]);
  });
});

describe('reversing service hours', () => {
  it('writes a new entry on the day of the act and leaves the original readable', () => {
    expect(when([credited()], reverse())).toEqual([reversed]);
    expect(entriesOf(folded(credited(), reversed))).toEqual([
      { status: 'reversed', entry: written(), reasonCode: 'RECORDING_ERROR', reversedOn: reversed.data.reversedOn },
    ]);
  });

  it('reverses the entry of a guest of no team', () => {
    const { teamId: _teamId, ...guest } = written();
    const { teamId: _team, ...data } = reversed.data;
    expect(when([{ type: 'ServiceHoursCredited', data: guest }], reverse())).toEqual([{ ...reversed, data }]);
  });

  it('says nothing when repeated and refuses another reason for what is reversed', () => {
    expect(when([credited(), reversed], reverse())).toEqual([]);
    expect(refusedAs(when([credited(), reversed], reverse(1, 'WRONG_PERSON')))).toBe('entry_is_reversed_once');
  });

  it('is refused for an entry that is unknown or was never credited', () => {
    expect(refusedAs(when([], reverse()))).toBe('entry_must_be_credited');
    expect(refusedAs(when([credited()], reverse(9)))).toBe('entry_must_be_credited');
    expect(refusedAs(when([credited(), conflicted], reverse(2)))).toBe('entry_must_be_credited');
  });

  it('is refused to the volunteer whose hours they are', () => {
    const own: Act = { ...someAct, byVolunteer: volunteerId };
    const other: Act = { ...someAct, byVolunteer: idOf<VolunteerId>(77) };
    expect(refusedAs(when([credited()], reverse(), own))).toBe('nobody_decides_on_their_own_hours');
    expect(when([credited()], reverse(), other)).toEqual([reversed]);
  });

  it('is refused in the stream of another year or volunteer', () => {
    const { type, data } = reverse();
    for (const change of [{ year: 2025 }, { volunteerId: idOf<VolunteerId>(77) }])
      expect(refusedAs(when([credited()], { type, data: { ...data, ...change } }))).toBe(
        'hours_belong_to_one_person_and_year',
      );
  });

  it('frees the minutes, but a conflicted entry stays conflicted', () => {
    const hours = folded(credited(), conflicted, reversed);
    expect(creditedMinutes(hours)).toBe(0);
    expect(entriesOf(hours).map(({ status }) => status)).toEqual(['reversed', 'conflicted']);
    expect(when([credited(), conflicted, reversed], credit(second('10:00', '12:00')))).toEqual([]);
  });
});

describe('the ledger of a year', () => {
  it('decides only what the event definitions accept', () => {
    const codec = new EventCodec(hoursEvents);
    const decided = [
      when([], credit()),
      when([credited()], credit(second('10:00', '12:00'))),
      when([credited()], reverse()),
    ];
    for (const event of decided.flat() as HoursEvent[])
      expect(codec.split(event, hoursStream(volunteerId, 2026)).clear).toMatchObject({ volunteerId });
  });

  it('counts what is credited, neither what conflicts nor what was reversed', () => {
    const afternoon = credited({
      entryId: entryId(3),
      startsAt: at('14:00'),
      endsAt: at('15:30'),
      serviceMinutes: 75 as Minutes,
    });
    expect(creditedMinutes(folded())).toBe(0);
    expect(creditedMinutes(folded(credited(), conflicted, afternoon))).toBe(195);
    expect(creditedMinutes(folded(credited(), conflicted, afternoon, reversed))).toBe(75);
  });

  it('leaves the state alone at an event of a later version, and at a reversal of nothing', () => {
    const later = { type: 'YearClosed', data: {} } as unknown as HoursEvent;
    expect(folded(credited(), later)).toEqual(folded(credited()));
    expect(folded(reversed)).toEqual(folded());
    const ofConflicted = { ...reversed, data: { ...reversed.data, entryId: entryId(2) } } as HoursEvent;
    expect(folded(credited(), conflicted, ofConflicted)).toEqual(folded(credited(), conflicted));
    expect(folded(credited(), reversed, reversed)).toEqual(folded(credited(), reversed));
  });

  it('never changes a state it was given', () => {
    const before = folded(credited());
    hoursDecider.evolve(before, reversed);
    expect(before).toEqual(folded(credited()));
  });
});
