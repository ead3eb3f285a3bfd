import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import type { Minutes } from '#libs/kernel/time';
import type { ActivityCommand } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import {
  activityId,
  afternoon,
  at,
  attendance,
  attest,
  attested,
  attester,
  entryOf,
  held,
  heldInTheAfternoon,
  idOf,
  li,
  line,
  planned,
  record,
  recorded,
  recorder,
  secondTeam,
  sessionId,
  wang,
  when,
  withdraw,
  withdrawn,
  zhao,
} from './activity.examples.js';

describe('recording attendance', () => {
  const past = [planned, held];

  it('writes one event for each person of the sheet, on the day of the session, with the recorder', () => {
    expect(when(past, record(line(wang), line(li, { note: '迟到十分钟' })))).toEqual([
      recorded(wang),
      { type: 'AttendanceRecorded', data: { ...attendance(li), endDerived: false, note: '迟到十分钟' } },
    ]);
  });

  it('takes a sheet of 200 people in one act', () => {
    const people = Array.from({ length: 200 }, (_, i) => idOf<VolunteerId>(1000 + i));
    expect(when(past, record(...people.map((person) => line(person))))).toHaveLength(200);
  });

  it('takes a guest of no team', () => {
    const { teamId: _teamId, ...guest } = line(wang);
    const { teamId: _team, ...data } = attendance(wang);
    expect(when(past, record(guest))).toEqual([{ type: 'AttendanceRecorded', data: { ...data, endDerived: false } }]);
  });

  it('takes a time outside the span of the session: who sets up comes earlier', () => {
    expect(when(past, record(line(wang, { startsAt: at('08:00') })))).toHaveLength(1);
  });

  it.each([
    ['22:00', 119, '23:59', undefined],
    ['22:00', 120, '24:00', undefined],
    ['22:00', 121, undefined, 'attendance_must_end_on_its_day'],
    ['00:00', 1440, '24:00', undefined],
    ['00:01', 1440, undefined, 'attendance_must_end_on_its_day'],
  ])('works out the missing end of %s + %i minutes: %s', (startsAt, minutes, endsAt, refusal) => {
    const { endsAt: _endsAt, ...open } = line(wang, { startsAt: at(startsAt), serviceMinutes: minutes as Minutes });
    const decision = when(past, record(open));
    expect(refusedAs(decision)).toBe(refusal);
    expect(decision).toMatchObject(refusal ? { details: { line: 1 } } : [{ data: { endsAt, endDerived: true } }]);
  });

  it.each([
    [119, undefined],
    [120, undefined],
    [121, 'minutes_must_fit_the_span'],
  ])('of %i minutes from 09:00 to 11:00', (minutes, refusal) => {
    expect(refusedAs(when(past, record(line(wang, { serviceMinutes: minutes as Minutes }))))).toBe(refusal);
  });

  it.each([
    ['08:59', 'attendance_must_end_after_it_starts'],
    ['09:00', 'attendance_must_end_after_it_starts'],
    ['09:01', undefined],
  ])('of one minute from 09:00 to %s', (endsAt, refusal) => {
    const one = line(wang, { endsAt: at(endsAt), serviceMinutes: 1 as Minutes });
    expect(refusedAs(when(past, record(one)))).toBe(refusal);
  });

  it('refuses a team that does not take part, and names the line', () => {
    expect(when(past, record(line(wang), line(li, { teamId: secondTeam })))).toEqual({
      refused: 'team_must_take_part_in_the_activity',
      details: { line: 2 },
    });
  });

  it('says nothing about a line that stands already, whoever sends it again and under whatever entry id', () => {
    const again = line(wang, { entryId: idOf<HoursEntryId>(555) });
    expect(when([...past, recorded(wang)], record(again, line(li)), attester)).toMatchObject([
      { data: { volunteerId: li } },
    ]);
    expect(when([...past, recorded(wang), attested(wang)], record(line(wang)))).toEqual([]);
  });

  it.each([
    { startsAt: at('08:59') },
    { endsAt: at('11:01') },
    { serviceMinutes: 119 as Minutes },
    { teamId: secondTeam },
  ])('refuses a person twice in a session with something else: %j', (change) => {
    const twice = when([...past, recorded(wang)], record(line(li), line(wang, change)));
    expect(twice).toEqual({ refused: 'attendance_is_recorded_once', details: { line: 2 } });
  });

  it('refuses another provenance for what stands already', () => {
    const measured: ActivityCommand = {
      type: 'RecordAttendance',
      data: { activityId, sessionId, provenance: 'MEASURED', attendances: [line(wang)] },
    };
    expect(refusedAs(when([...past, recorded(wang)], measured))).toBe('attendance_is_recorded_once');
  });

  it('refuses the same person on two lines of one sheet that differ, and takes two equal lines as one', () => {
    const shorter = line(wang, { serviceMinutes: 60 as Minutes, entryId: idOf<HoursEntryId>(555) });
    expect(refusedAs(when(past, record(line(wang), shorter)))).toBe('attendance_is_recorded_once');
    expect(when(past, record(line(wang), line(wang)))).toEqual([recorded(wang)]);
  });

  it('refuses an entry id that belongs to somebody else, on the same sheet or in another session', () => {
    const borrowed = line(li, { entryId: entryOf(wang) });
    expect(refusedAs(when(past, record(line(wang), borrowed)))).toBe('entry_id_belongs_to_one_attendance');
    const inTheAfternoon: ActivityCommand = {
      type: 'RecordAttendance',
      data: { activityId, sessionId: afternoon, provenance: 'WITNESSED', attendances: [line(wang)] },
    };
    expect(refusedAs(when([...past, heldInTheAfternoon, recorded(wang)], inTheAfternoon))).toBe(
      'entry_id_belongs_to_one_attendance',
    );
  });

  it('records anew, with other figures, what was withdrawn', () => {
    const again = record(line(wang, { serviceMinutes: 60 as Minutes }));
    expect(when([...past, recorded(wang), withdrawn(wang)], again)).toMatchObject([{ data: { serviceMinutes: 60 } }]);
  });

  it('is refused for a session that nobody held', () => {
    expect(refusedAs(when([planned], record(line(wang))))).toBe('session_must_be_held');
  });
});

describe('withdrawing attendance', () => {
  const past = [planned, held];

  it('takes back what was recorded, once', () => {
    expect(when([...past, recorded(wang)], withdraw)).toEqual([withdrawn(wang)]);
    expect(when([...past, recorded(wang), withdrawn(wang)], withdraw)).toEqual([]);
  });

  it('is refused after the attestation: from there only a reversal corrects', () => {
    expect(refusedAs(when([...past, recorded(wang), attested(wang)], withdraw))).toBe(
      'attested_attendance_is_corrected_in_the_ledger',
    );
  });

  it('is refused where nothing was recorded', () => {
    expect(refusedAs(when(past, withdraw))).toBe('attendance_must_be_recorded');
  });
});

describe('attesting attendance', () => {
  const past = [planned, held, recorded(wang), recorded(li)];

  it('carries all that the hours ledger needs', () => {
    expect(when(past, attest(wang), attester)).toEqual([attested(wang)]);
  });

  it('without a list attests everybody not attested yet', () => {
    expect(when(past, attest(), attester)).toEqual([attested(wang), attested(li)]);
    expect(when([...past, attested(wang)], attest(), attester)).toEqual([attested(li)]);
  });

  it('does not carry the import that recorded: the attestation is another act', () => {
    const imported = { ...recorded(wang), data: { ...recorded(wang).data, batch: idOf(500) } } as ActivityEvent;
    expect(when([planned, held, imported], attest(wang), attester)).toEqual([attested(wang)]);
  });

  it('says nothing when everybody asked for is attested', () => {
    expect(when([...past, attested(wang)], attest(wang), attester)).toEqual([]);
    expect(when([...past, attested(wang), attested(li)], attest(), attester)).toEqual([]);
  });

  it('refuses the recorder, named or not (F-07)', () => {
    expect(refusedAs(when(past, attest(wang), recorder))).toBe('recorder_and_attester_must_differ');
    expect(refusedAs(when(past, attest(), recorder))).toBe('recorder_and_attester_must_differ');
  });

  it('refuses the volunteer, named or with nobody else left', () => {
    const byWang: Act = { ...attester, byVolunteer: wang };
    expect(refusedAs(when(past, attest(li, wang), byWang))).toBe('nobody_attests_their_own_hours');
    expect(refusedAs(when([...past, attested(li)], attest(), byWang))).toBe('nobody_attests_their_own_hours');
  });

  it('without a list leaves out what the one who asks recorded and what they served', () => {
    const byWang: Act = { ...attester, byVolunteer: wang };
    expect(when([...past, recorded(zhao, attester.by)], attest(), byWang)).toEqual([attested(li)]);
  });

  it('is refused for whoever was not recorded, or was withdrawn, or where nobody is left', () => {
    expect(refusedAs(when(past, attest(wang, zhao), attester))).toBe('attendance_must_be_recorded');
    expect(refusedAs(when([...past, withdrawn(wang)], attest(wang), attester))).toBe('attendance_must_be_recorded');
    expect(refusedAs(when([planned, held, recorded(wang), withdrawn(wang)], attest(), attester))).toBe(
      'attendance_must_be_recorded',
    );
    expect(refusedAs(when([planned, held], attest(), attester))).toBe('attendance_must_be_recorded');
  });
});
