import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { AccountId } from '#libs/kernel/ids';
import { refusedAs, someAct } from '#libs/kernel/specification';
import type { Minutes } from '#libs/kernel/time';
import type { ApproveServiceHours } from './entry.commands.js';
import type { EntryKind, HoursEvent } from './hours.events.js';
import {
  aboutFirst,
  at,
  attester,
  conflicted,
  credit,
  credited,
  day,
  entryId,
  folded,
  held,
  idOf,
  ofEntry,
  recorder,
  second,
  thirdPerson,
  volunteerId,
  when,
  written,
} from './hours.examples.js';
import { creditedMinutes, entriesOf } from './hours.state.js';

const by = (account: AccountId, more: Partial<Act> = {}): Act => ({ ...someAct, by: account, ...more });
const long = (minutes: number) =>
  credit({ startsAt: at('00:00'), endsAt: at('24:00'), serviceMinutes: minutes as Minutes });

describe('a long day (F-04)', () => {
  it.each([
    [479, 'ServiceHoursCredited', undefined],
    [480, 'ServiceHoursCredited', undefined],
    [481, 'ServiceHoursHeld', 'SECOND'],
    [719, 'ServiceHoursHeld', 'SECOND'],
    [720, 'ServiceHoursHeld', 'SECOND'],
    [721, 'ServiceHoursHeld', 'HIGHER'],
    [1439, 'ServiceHoursHeld', 'HIGHER'],
    [1440, 'ServiceHoursHeld', 'HIGHER'],
  ])('of %i minutes: %s, to be approved by %s', (minutes, type, approvalLevel) => {
    expect(when([], long(minutes))).toMatchObject([approvalLevel ? { type, data: { approvalLevel } } : { type }]);
  });

  it('is made up of all that stands on it, of whatever team, what is held too', () => {
    const morning = credited({ startsAt: at('00:00'), endsAt: at('08:00'), serviceMinutes: 480 as Minutes });
    const one = when([morning], credit(second('08:00', '08:01')));
    expect(one).toMatchObject([
      { type: 'ServiceHoursHeld', data: { holdReasons: ['DAY_OVER_SECOND_TIER'], dayMinutes: 481 } },
    ]);
    const more = credit({ ...second('09:00', '13:00', 240), entryId: entryId(3) });
    expect(when([morning, ...(one as HoursEvent[])], more)).toMatchObject([
      { type: 'ServiceHoursHeld', data: { holdReasons: ['DAY_OVER_HIGHER_TIER'], dayMinutes: 721 } },
    ]);
  });

  it('does not count before it is approved, and takes up its time all the same', () => {
    const past = when([], long(600)) as HoursEvent[];
    expect(creditedMinutes(folded(...past))).toBe(0);
    expect(when(past, credit(second('10:00', '11:00')))).toMatchObject([{ type: 'ServiceHoursConflicted' }]);
  });
});

describe('the due day (F-05)', () => {
  it.each([
    ['2026-07-14', false],
    ['2026-07-15', false],
    ['2026-07-16', true],
  ])('of a service that ended on 2026-07-01, recorded on %s', (recordedOn, late) => {
    const asked = credit({
      ...{ servedOn: day('2026-07-01'), endedOn: day('2026-07-01'), kind: 'INDIVIDUAL', lateReasonCode: 'EMERGENCY' },
      recordedOn: day(recordedOn),
    });
    const decision = when([], asked, { ...someAct, today: day('2026-08-01') });
    expect(decision).toMatchObject([
      { type: late ? 'ServiceHoursHeld' : 'ServiceHoursCredited', data: { dueOn: '2026-07-15', late } },
    ]);
  });

  it.each([
    ['2026-12-14', false],
    ['2026-12-15', true],
  ])('of a service that ended on %s is provisional: %s', (endedOn, dueProvisional) => {
    const asked = credit({ servedOn: day(endedOn), endedOn: day(endedOn), recordedOn: day(endedOn) });
    expect(when([], asked, { ...someAct, today: day('2027-03-01') })).toMatchObject([{ data: { dueProvisional } }]);
  });

  it.each<EntryKind>(['EXTERNAL', 'BROUGHT_FORWARD'])('is no question for hours that are %s', (kind) => {
    const { activityId: _activity, sessionId: _session, teamId: _team, ...entry } = credit().data;
    const asked = { type: 'CreditServiceHours', data: { ...entry, kind, recordedOn: day('2027-06-01') } } as const;
    const [event] = when([], asked) as HoursEvent[];
    expect(event).toMatchObject({ type: 'ServiceHoursCredited', data: { late: false, dueProvisional: false } });
    expect(event!.data).not.toHaveProperty('dueOn');
  });
});

describe('approving what is held', () => {
  const approve = (changes: Partial<ApproveServiceHours> = {}) =>
    ({ type: 'ApproveServiceHours', data: { ...ofEntry(), ...changes } }) as const;
  const past = [held({ lateReasonCode: 'EMERGENCY' })];

  it('credits it, late for ever, with who approved', () => {
    const decision = when(past, approve({ note: '已核对' }), by(thirdPerson));
    expect(decision).toEqual([
      {
        type: 'ServiceHoursApproved',
        data: {
          ...{ ...aboutFirst, approvalLevel: 'SECOND', lateReasonCode: 'EMERGENCY', note: '已核对' },
          ...{ approvedBy: thirdPerson, approvedOn: '2026-07-01' },
        },
      },
      { type: 'ServiceHoursCredited', data: written({ late: true, lateReasonCode: 'EMERGENCY' }) },
    ]);
    expect(creditedMinutes(folded(...past, ...(decision as HoursEvent[])))).toBe(120);
    expect(when([...past, ...(decision as HoursEvent[])], approve(), by(thirdPerson))).toEqual([]);
  });

  it.each([
    ['who recorded', by(recorder), 'approver_must_be_a_third_person'],
    ['who attested', by(attester), 'approver_must_be_a_third_person'],
    ['the volunteer', by(thirdPerson, { byVolunteer: volunteerId }), 'nobody_decides_on_their_own_hours'],
  ])('is refused to %s', (_who, act, refusal) => {
    expect(refusedAs(when(past, approve(), act))).toBe(refusal);
  });

  it('asks for the reason where the record gave none, and takes it from the approver', () => {
    expect(refusedAs(when([held()], approve(), by(thirdPerson)))).toBe('late_entry_must_give_a_reason');
    expect(when([held()], approve({ lateReasonCode: 'OTHER' }), by(thirdPerson))).toMatchObject([
      { data: { lateReasonCode: 'OTHER' } },
      { type: 'ServiceHoursCredited', data: { lateReasonCode: 'OTHER' } },
    ]);
  });

  it('is refused for what is not held', () => {
    expect(refusedAs(when([credited()], approve(), by(thirdPerson)))).toBe('entry_must_be_held');
    expect(refusedAs(when([], approve(), by(thirdPerson)))).toBe('entry_must_be_held');
  });

  it('or declining it, once', () => {
    const decline = { type: 'DeclineServiceHours', data: { ...ofEntry(), reason: '无佐证' } } as const;
    const declined = when(past, decline, by(thirdPerson)) as HoursEvent[];
    expect(declined).toMatchObject([
      { type: 'ServiceHoursDeclined', data: { ...aboutFirst, declinedBy: thirdPerson } },
    ]);
    expect(when([...past, ...declined], decline, by(thirdPerson))).toEqual([]);
    expect(refusedAs(when([...past, ...declined], approve(), by(thirdPerson)))).toBe('entry_must_be_held');
    expect(refusedAs(when([credited()], decline))).toBe('entry_must_be_held');
    expect(refusedAs(when([], decline))).toBe('claim_must_be_recorded');
    expect(refusedAs(when(past, decline, by(thirdPerson, { byVolunteer: volunteerId })))).toBe(
      'nobody_decides_on_their_own_hours',
    );
  });
});

describe('resolving a conflict (F-03)', () => {
  const resolve = (stands: number, n = 2) =>
    ({
      type: 'ResolveServiceHoursConflict',
      data: { ...ofEntry(n), standsEntryId: entryId(stands), reason: '以签到表为准' },
    }) as const;
  const past = [credited(), conflicted];

  it('for the entry that is credited already leaves the other out', () => {
    const decision = when(past, resolve(1)) as HoursEvent[];
    expect(decision).toMatchObject([{ type: 'ServiceHoursConflictResolved', data: { standsEntryId: entryId(1) } }]);
    const after = folded(...past, ...decision);
    expect(creditedMinutes(after)).toBe(120);
    expect(entriesOf(after).map(({ status }) => status)).toEqual(['credited', 'declined']);
    expect(when([...past, ...decision], resolve(1))).toEqual([]);
    expect(refusedAs(when([...past, ...decision], resolve(2)))).toBe('conflict_is_resolved_once');
  });

  it('for the other one reverses what overlaps it and credits it, in one act', () => {
    const decision = when(past, resolve(2)) as HoursEvent[];
    expect(decision.map(({ type }) => type)).toEqual([
      'ServiceHoursReversed',
      'ServiceHoursConflictResolved',
      'ServiceHoursCredited',
    ]);
    expect(decision[0]).toMatchObject({ data: { reasonCode: 'OTHER_ENTRY_STANDS', replacedBy: entryId(2) } });
    expect(creditedMinutes(folded(...past, ...decision))).toBe(1);
    expect(when([...past, ...decision], resolve(2))).toEqual([]);
  });

  it('declines an overlapping entry that is only held', () => {
    const decision = when([held(), conflicted], resolve(2)) as HoursEvent[];
    expect(decision.map(({ type }) => type)).toEqual([
      'ServiceHoursDeclined',
      'ServiceHoursConflictResolved',
      'ServiceHoursCredited',
    ]);
  });

  it('is refused to the volunteer, to the recorder of what is to stand, and for an entry that overlaps nothing', () => {
    expect(refusedAs(when(past, resolve(2), { ...someAct, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_hours',
    );
    expect(refusedAs(when(past, resolve(2), by(recorder)))).toBe('recorder_and_attester_must_differ');
    expect(refusedAs(when(past, resolve(9)))).toBe('standing_entry_must_overlap');
    expect(refusedAs(when(past, resolve(1, 1)))).toBe('entry_must_be_conflicted');
    const elsewhere = { ...resolve(1), data: { ...resolve(1).data, volunteerId: idOf<typeof volunteerId>(77) } };
    expect(refusedAs(when(past, elsewhere))).toBe('hours_belong_to_one_person_and_year');
  });
});
