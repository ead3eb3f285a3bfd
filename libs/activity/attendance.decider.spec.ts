import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { HoursEntryId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import type { Minutes } from '#libs/kernel/time';
import type { ActivityCommand, AttendanceLine } from './activity.commands.js';
import type { ActivityEvent } from './activity.events.js';
import {
  activityId,
  afternoon,
  at,
  attendance,
  attest,
  attested,
  attester,
  day,
  entryOf,
  held,
  heldInTheAfternoon,
  idOf,
  li,
  line,
  organizationId,
  planned,
  record,
  recordOnPaper,
  recorded,
  recorder,
  secondTeam,
  sessionId,
  sheetAdded,
  sheetId,
  span,
  wang,
  when,
  withdraw,
  withdrawn,
  zhao,
} from './activity.examples.js';

describe('recording attendance', () => {
  const past = [planned, held];
  const onPaper = [...past, sheetAdded];

  it('writes one event for each person of the sheet, on the day of the session, with the recorder', () => {
    expect(when(onPaper, recordOnPaper(line(wang), line(li, { note: '迟到十分钟' })))).toEqual([
      { type: 'AttendanceRecorded', data: { ...attendance(wang), endDerived: false, sheetId } },
      { type: 'AttendanceRecorded', data: { ...attendance(li), endDerived: false, sheetId, note: '迟到十分钟' } },
    ]);
  });

  it('takes a sheet of 200 people in one act', () => {
    const people = Array.from({ length: 200 }, (_, i) => idOf<VolunteerId>(1000 + i));
    expect(when(onPaper, recordOnPaper(...people.map((person) => line(person))))).toHaveLength(200);
  });

  it('takes one person without a sheet, two only from the paper that they signed (F-06)', () => {
    expect(when(past, record(line(wang)))).toHaveLength(1);
    expect(refusedAs(when(past, record(line(wang), line(li))))).toBe('batch_rests_on_its_sign_in_sheet');
    expect(when([...past, recorded(wang), recorded(li)], record(line(wang), line(li)))).toEqual([]);
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
    ['22:00', 121, undefined, 'attendance_must_end_with_the_days_of_its_session'],
    ['00:00', 1440, '24:00', undefined],
    ['00:01', 1440, undefined, 'attendance_must_end_with_the_days_of_its_session'],
  ])('works out the missing end of %s + %i minutes: %s', (startsAt, minutes, endsAt, refusal) => {
    const { endsAt: _endsAt, ...open } = line(wang, { startsAt: at(startsAt), serviceMinutes: minutes as Minutes });
    const decision = when(past, record(open));
    expect(refusedAs(decision)).toBe(refusal);
    expect(decision).toMatchObject(refusal ? { details: { line: 1 } } : [{ data: { endsAt, endDerived: true } }]);
  });

  it('keeps why it comes late', () => {
    const late = record(line(wang));
    const decision = when(past, {
      ...late,
      data: { ...late.data, lateReasonCode: 'PAPER_SHEET_DELAYED' },
    } as ActivityCommand);
    expect(decision).toMatchObject([{ data: { lateReasonCode: 'PAPER_SHEET_DELAYED', recordedOn: '2026-07-01' } }]);
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

describe('recording attendance over midnight', () => {
  const night: ActivityEvent = {
    type: 'SessionHeld',
    data: { ...span, organizationId, startsAt: at('22:00'), endsOn: day('2026-07-01'), endsAt: at('02:00') },
  };
  const [evening, morning] = [day('2026-06-30'), day('2026-07-01')];
  const nightLine = (changes: Partial<AttendanceLine>) =>
    when([planned, night], record({ ...line(wang), startsAt: at('22:00'), endsAt: at('02:00'), ...changes }));

  it.each([
    ['into the next day', { endsOn: morning }, { servedOn: evening, endsOn: morning, endsAt: '02:00' }],
    ['to midnight', { endsOn: morning, endsAt: at('00:00') }, { servedOn: evening, endsAt: '24:00' }],
    [
      'from after midnight on',
      { servedOn: morning, startsAt: at('00:30'), serviceMinutes: 90 as Minutes },
      { servedOn: morning, endsAt: '02:00' },
    ],
  ])('runs %s', (_what, changes, data) => {
    const [event] = nightLine(changes) as readonly ActivityEvent[];
    expect(event).toMatchObject({ data });
    expect('endsOn' in event!.data).toBe('endsOn' in data);
  });

  it.each([
    [119, '23:59', undefined],
    [120, '24:00', undefined],
    [121, '00:01', '2026-07-01'],
  ])('works out the end of 22:00 + %i minutes', (minutes, endsAt, endsOn) => {
    const { endsAt: _endsAt, ...open } = line(wang, { startsAt: at('22:00'), serviceMinutes: minutes as Minutes });
    const [event] = when([planned, night], record(open)) as readonly ActivityEvent[];
    expect(event).toMatchObject({ data: { servedOn: '2026-06-30', endsAt, endDerived: true } });
    expect((event!.data as { endsOn?: string }).endsOn).toBe(endsOn);
  });

  it.each<[string, Partial<AttendanceLine>, string]>([
    ['on the day before', { servedOn: day('2026-06-29') }, 'attendance_must_lie_on_a_day_of_its_session'],
    ['on the day after', { servedOn: day('2026-07-02') }, 'attendance_must_lie_on_a_day_of_its_session'],
    ['beyond the last day', { endsOn: day('2026-07-02') }, 'attendance_must_end_with_the_days_of_its_session'],
    ['without the day of its end', {}, 'attendance_must_end_after_it_starts'],
    ['241 minutes', { endsOn: morning, serviceMinutes: 241 as Minutes }, 'minutes_must_fit_the_span'],
  ])('is refused %s', (_what, changes, refusal) => {
    expect(refusedAs(nightLine(changes))).toBe(refusal);
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
