import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct } from '#libs/kernel/specification';
import type { Minutes } from '#libs/kernel/time';
import type { CorrectServiceHours, MoveServiceHours } from './correction.commands.js';
import type { HoursEvent } from './hours.events.js';
import {
  aboutFirst,
  at,
  attester,
  conflicted,
  credited,
  entryId,
  folded,
  held,
  idOf,
  ofEntry,
  recorder,
  reverse,
  reversed,
  second,
  volunteerId,
  when,
  written,
} from './hours.examples.js';
import { creditedMinutes, entriesOf } from './hours.state.js';

const correct = (changes: Partial<CorrectServiceHours> = {}) =>
  ({
    type: 'CorrectServiceHours',
    data: {
      ...{ ...ofEntry(), replacementId: entryId(5), serviceMinutes: 60 as Minutes },
      ...{ reasonCode: 'RECORDING_ERROR' as const, reason: '签到表为一小时', decision: '支委会 2026-07-01' },
      ...changes,
    },
  }) as const;

describe('correcting an entry (F-02)', () => {
  it('reverses the old figure and credits the new one, linked, attested by whoever corrects', () => {
    const decision = when([credited()], correct()) as HoursEvent[];
    expect(decision).toEqual([
      {
        ...reversed,
        data: {
          ...{ ...reversed.data, reason: '签到表为一小时', decision: '支委会 2026-07-01' },
          replacedBy: entryId(5),
        },
      },
      {
        type: 'ServiceHoursCredited',
        data: written({
          ...{ entryId: entryId(5), replaces: entryId(1), serviceMinutes: 60 as Minutes },
          ...{ attestedBy: someAct.by, attestedOn: someAct.today },
        }),
      },
    ]);
    const after = folded(credited(), ...decision);
    expect(creditedMinutes(after)).toBe(60);
    expect(entriesOf(after)).toMatchObject([
      { status: 'reversed', entry: { serviceMinutes: 120 }, replacedBy: entryId(5) },
      { status: 'credited', entry: { serviceMinutes: 60 } },
    ]);
    expect(when([credited(), ...decision], correct())).toEqual([]);
    expect(refusedAs(when([credited(), ...decision], correct({ replacementId: entryId(6) })))).toBe(
      'entry_is_reversed_once',
    );
  });

  it.each<[string, Partial<CorrectServiceHours>, string | undefined]>([
    ['to the same figure', { serviceMinutes: 120 as Minutes }, 'correction_must_change_something'],
    ['to more than the span', { serviceMinutes: 121 as Minutes }, 'minutes_must_fit_the_span'],
    ['to a longer span', { serviceMinutes: 121 as Minutes, endsAt: at('11:01') }, undefined],
    ['into the time of another entry', { endsAt: at('13:01') }, 'correction_must_not_overlap'],
    ['up to the time of another entry', { endsAt: at('13:00') }, undefined],
    ['under an id that is taken', { replacementId: entryId(2) }, 'entry_is_written_once'],
  ])('%s', (_what, changes, refusal) => {
    expect(refusedAs(when([credited(), credited(second('13:00', '14:00'))], correct(changes)))).toBe(refusal);
  });

  it('is refused to the recorder, who would attest their own figure', () => {
    expect(refusedAs(when([credited()], correct(), { ...someAct, by: recorder }))).toBe(
      'recorder_and_attester_must_differ',
    );
  });

  it('of a late entry asks for no second approval of the delay, of a longer day it does', () => {
    expect(when([credited({ late: true })], correct())).toMatchObject([{}, { type: 'ServiceHoursCredited' }]);
    const whole = { startsAt: at('08:00'), endsAt: at('20:00'), serviceMinutes: 481 as Minutes };
    expect(when([credited()], correct(whole))).toMatchObject([{}, { type: 'ServiceHoursHeld' }]);
  });
});

describe('moving an entry to the right person (F-10)', () => {
  const right = idOf<VolunteerId>(9);
  const move = (changes: Partial<MoveServiceHours> = {}) =>
    ({
      type: 'MoveServiceHours',
      data: { ...ofEntry(), toVolunteerId: right, toEntryId: entryId(7), reason: '同名记错', ...changes },
    }) as const;

  it('takes it off the one and says whose it is', () => {
    const decision = when([credited()], move()) as HoursEvent[];
    expect(decision).toMatchObject([
      { type: 'ServiceHoursReversed', data: { ...aboutFirst, reasonCode: 'WRONG_PERSON', replacedBy: entryId(7) } },
      { type: 'ServiceHoursMoved', data: { volunteerId, toVolunteerId: right, toEntryId: entryId(7) } },
    ]);
    expect(when([credited(), ...decision], move())).toEqual([]);
    expect(refusedAs(when([credited(), ...decision], move({ toEntryId: entryId(8) })))).toBe('entry_is_reversed_once');
  });

  it.each<[string, Partial<MoveServiceHours>, Partial<Act>, string]>([
    ['the same person', { toVolunteerId: volunteerId }, {}, 'right_person_must_be_another'],
    ['oneself', {}, { byVolunteer: right }, 'nobody_decides_on_their_own_hours'],
    ['another, by the recorder', {}, { by: recorder }, 'recorder_and_attester_must_differ'],
  ])('to %s is refused', (_whom, changes, act, refusal) => {
    expect(refusedAs(when([credited()], move(changes), { ...someAct, ...act }))).toBe(refusal);
  });
});

describe('establishing a false claim (F-01)', () => {
  const establish = {
    type: 'EstablishFalseClaim',
    data: { ...ofEntry(), reason: '经查未到场', decision: '纪要〔2026〕3号' },
  } as const;

  it('reverses the entry and writes the finding down, with who recorded and who attested', () => {
    const decision = when([credited()], establish) as HoursEvent[];
    expect(decision).toMatchObject([
      { type: 'ServiceHoursReversed', data: { reasonCode: 'FALSE_CLAIM' } },
      { type: 'FalseClaimEstablished', data: { ...aboutFirst, recordedBy: recorder, attestedBy: attester } },
    ]);
    expect(when([credited(), ...decision], establish)).toEqual([]);
    expect(refusedAs(when([credited(), reversed], establish))).toBe('entry_is_reversed_once');
  });

  it('is not for what never counted, nor for oneself to decide', () => {
    for (const past of [[], [held()], [credited(), conflicted]])
      expect(
        refusedAs(when(past, { ...establish, data: { ...establish.data, ...ofEntry(past.length > 1 ? 2 : 1) } })),
      ).toBe('entry_must_be_credited');
    expect(refusedAs(when([credited()], establish, { ...someAct, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_hours',
    );
  });

  it('after a plain reversal is refused: an entry has one reversal', () => {
    expect(refusedAs(when([credited(), reversed], reverse(1, 'DUPLICATE')))).toBe('entry_is_reversed_once');
  });
});
