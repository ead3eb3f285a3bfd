import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { Instant } from '#libs/kernel/time';
import type { VolunteerId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import {
  actAt,
  announcement,
  at,
  by,
  checkingIn,
  checkingOut,
  code,
  day,
  entryOf,
  li,
  planned,
  scheduled,
  secondTeam,
  wang,
  when,
} from './activity.examples.js';

const facts = { codeHolds: true, deviceClockDriftMinutesMax: 5 };
const past = [planned, scheduled()];
const events = (decision: ReturnType<typeof when>): ActivityEvent[] => {
  expect(decision).not.toHaveProperty('refused');
  return [...(decision as readonly ActivityEvent[])];
};
/** What one said after another comes to, from an announced session on. */
const story = (...acts: [ActivityCommand, Act][]): ActivityEvent[] =>
  acts.reduce((told, [command, act]) => [...told, ...events(when(told, command, act, facts))], past);
const own = (volunteerId: VolunteerId, time: string): [ActivityCommand, Act] => [
  checkingIn(volunteerId, { code }),
  by(volunteerId, time),
];
const ownOut = (volunteerId: VolunteerId, time: string): [ActivityCommand, Act] => [
  checkingOut(volunteerId, { code }),
  by(volunteerId, time),
];
const tick = (volunteerId: VolunteerId, time: string): [ActivityCommand, Act] => [checkingIn(volunteerId), actAt(time)];
const hold = (endsAt = '16:00'): [ActivityCommand, Act] => [
  { type: 'HoldSession', data: { ...announcement, endsAt: at(endsAt) } },
  actAt('18:00'),
];

describe('checking in', () => {
  it('with the code writes the server’s time, by itself, and nothing twice', () => {
    const told = story(own(wang, '13:50'));
    expect(told.at(-1)).toMatchObject({
      type: 'VolunteerCheckedIn',
      data: { means: 'QR_CODE', checkedInOn: '2026-07-01', checkedInAt: '13:50', clockDrifts: false },
    });
    expect(when(told, ...own(wang, '13:55'), facts)).toEqual([]);
  });

  it('by the leader’s tick needs no code', () => {
    expect(story(tick(wang, '14:05')).at(-1)).toMatchObject({ data: { means: 'LEADER_TICK' } });
  });

  it.each<[string, [ActivityCommand, Act], object, string]>([
    ['a stale code', own(wang, '14:00'), { codeHolds: false }, 'check_in_code_must_be_fresh'],
    ['oneself without a code', [checkingIn(wang), by(wang, '14:00')], facts, 'own_check_in_needs_the_code'],
    [
      'somebody else by the code (F-32)',
      [checkingIn(li, { code }), by(wang, '14:00')],
      facts,
      'check_in_code_is_for_oneself',
    ],
    [
      'a foreign team',
      [checkingIn(wang, { teamId: secondTeam }), actAt('14:00')],
      facts,
      'check_in_takes_a_team_of_the_activity',
    ],
  ])('refuses %s', (_what, [command, act], given, refusal) => {
    expect(refusedAs(when(past, command, act, given))).toBe(refusal);
  });

  it.each([
    ['15:59', undefined],
    ['16:00', 'session_must_not_be_over'],
  ])('at %s of a session until 16:00', (time, refusal) => {
    expect(refusedAs(when(past, ...tick(wang, time), facts))).toBe(refusal);
  });

  it.each([
    ['2026-06-30', 'check_in_belongs_to_the_day_of_its_session'],
    ['2026-07-01', undefined],
    ['2026-07-02', 'check_in_belongs_to_the_day_of_its_session'],
  ])('on %s of a session of 2026-07-01', (today, refusal) => {
    expect(refusedAs(when(past, checkingIn(wang), { ...actAt('14:00'), today: day(today) }, facts))).toBe(refusal);
  });

  it('needs an announced session, its own entry id, and the insurance of a dangerous activity', () => {
    expect(refusedAs(when([planned], ...tick(wang, '14:00'), facts))).toBe('session_must_be_scheduled');
    const borrowed = checkingIn(li, { entryId: entryOf(wang) });
    expect(refusedAs(when(story(tick(wang, '14:00')), borrowed, actAt('14:01'), facts))).toBe(
      'check_in_takes_a_new_entry_id',
    );
    const dangerous = { ...planned, data: { ...planned.data, isDangerous: true } } as ActivityEvent;
    expect(refusedAs(when([dangerous, scheduled()], ...tick(wang, '14:00'), facts))).toBe(
      'activity_is_insured_before_it_is_held',
    );
  });

  it.each([
    ['2026-07-01T06:05:00.000Z', false],
    ['2026-07-01T06:05:59.000Z', false],
    ['2026-07-01T06:06:00.000Z', true],
    ['2026-07-01T05:54:00.000Z', true],
  ])('at 14:00 by a device that says %s keeps the claim (F-37)', (deviceTime, clockDrifts) => {
    const command = checkingIn(wang, { deviceTime: deviceTime as Instant });
    expect(events(when(past, command, actAt('14:00'), facts))).toMatchObject([
      { data: { deviceTime, clockDrifts, checkedInAt: '14:00' } },
    ]);
  });
});

describe('checking out', () => {
  it('follows a check-in, once', () => {
    expect(refusedAs(when(past, ...ownOut(wang, '15:00'), facts))).toBe('check_out_follows_a_check_in');
    const told = story(own(wang, '14:00'), ownOut(wang, '15:30'));
    expect(told.at(-1)).toMatchObject({ type: 'VolunteerCheckedOut', data: { checkedOutAt: '15:30' } });
    expect(when(told, ...ownOut(wang, '15:40'), facts)).toEqual([]);
  });

  it('is over when the session was held', () => {
    const told = story(own(wang, '14:00'), hold());
    expect(refusedAs(when(told, ...ownOut(wang, '18:00'), facts))).toBe('session_is_held_already');
  });
});

describe('holding a session at which people checked in', () => {
  const recordedOf = (told: readonly ActivityEvent[]) =>
    told.flatMap((event) => (event.type === 'AttendanceRecorded' ? [event.data] : []));

  it.each([
    [
      'both by code',
      [own(wang, '13:50'), ownOut(wang, '15:50')],
      { endsAt: '15:50', serviceMinutes: 120, provenance: 'MEASURED' },
    ],
    [
      'in by a tick',
      [tick(wang, '14:00'), ownOut(wang, '15:00')],
      { endsAt: '15:00', serviceMinutes: 60, provenance: 'WITNESSED' },
    ],
    [
      'out forgotten (F-34)',
      [own(wang, '14:00')],
      { endsAt: '16:00', serviceMinutes: 120, provenance: 'DECLARED', endDerived: true },
    ],
    [
      'out after the end',
      [own(wang, '14:00'), ownOut(wang, '17:00')],
      { endsAt: '16:00', serviceMinutes: 120, provenance: 'MEASURED' },
    ],
  ] as const)('%s', (_what, acts, expected) => {
    const told = story(...(acts as unknown as [ActivityCommand, Act][]), hold());
    expect(recordedOf(told)).toEqual([
      expect.objectContaining({ volunteerId: wang, servedOn: '2026-07-01', ...expected }),
    ]);
  });

  it('ends early for those who forgot when it ended early, and late for nobody', () => {
    expect(recordedOf(story(own(wang, '14:00'), hold('15:30')))).toMatchObject([
      { endsAt: '15:30', serviceMinutes: 90 },
    ]);
    expect(recordedOf(story(own(wang, '14:00'), hold('17:30')))).toMatchObject([
      { endsAt: '16:00', serviceMinutes: 120 },
    ]);
  });

  it('records nobody who left in the minute of coming', () => {
    expect(recordedOf(story(own(wang, '14:00'), ownOut(wang, '14:00'), hold()))).toEqual([]);
  });

  it('is on the day announced', () => {
    const another: ActivityCommand = { type: 'HoldSession', data: { ...announcement, heldOn: day('2026-06-30') } };
    expect(refusedAs(when(past, another, actAt('18:00')))).toBe('session_is_held_on_the_day_announced');
  });
});
