import { describe, expect, it } from '@jest/globals';
import { readSignInSheet } from '#libs/intake/sign-in-sheet';
import type { ActivityId, BatchId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, TimeOfDay } from '#libs/kernel/time';
import type { KnownVolunteer } from './lookups.js';
import { idOf, type Plan } from './plan.js';
import {
  batchId,
  today,
  place,
  team,
  person,
  people,
  unit,
  served,
  header,
  line,
  grounds,
  plan,
  codes,
  commands,
} from './sign-in.examples.js';
import { planSignIn } from './sign-in.plan.js';

describe('a sign-in sheet becomes activities with their sessions', () => {
  it('makes one activity with one session of everybody who came, from the first start to the last end', async () => {
    const made = commands(
      await plan([
        line('甲一'),
        line('乙二', { from: '09:00', hours: 3 }),
        line('丙三', { teamName: '2队', leader: '丁四', to: '11:00' }),
      ]),
    );
    expect(made.map(({ type }) => type)).toEqual(['PlanActivity', 'AddEvidence', 'HoldSession', 'RecordAttendance']);
    expect(made[0]?.data).toMatchObject({
      teamIds: [team(1).teamId, team(2).teamId],
      title: '义诊',
      place: '示例社区',
      responsiblePerson: '甲一、丁四',
    });
    expect(made[2]?.data).toMatchObject({ heldOn: '2026-07-20', startsAt: '08:30', endsAt: '12:00' });
    expect(made[3]?.data).toMatchObject({
      provenance: 'WITNESSED',
      attendances: [{ serviceMinutes: 120 }, { serviceMinutes: 180 }, { endsAt: '11:00' }],
    });
  });

  it('keeps days, places and titles apart', async () => {
    const made = await plan([
      line('甲一'),
      line('甲一', { day: '2026-07-21' }),
      line('甲一', { title: '清扫', from: '14:00' }),
    ]);
    expect(made.stages.flat()).toHaveLength(3);
    expect(new Set(made.sessions?.map(({ activityId }) => activityId)).size).toBe(3);
  });

  it('gives somebody who came in the morning and again in the afternoon two sessions of one activity', async () => {
    const made = await plan([line('甲一'), line('乙二'), line('甲一', { from: '14:00' })]);
    expect(commands(made).map(({ type }) => type)).toEqual([
      'PlanActivity',
      'AddEvidence',
      'HoldSession',
      'RecordAttendance',
      'HoldSession',
      'RecordAttendance',
    ]);
    expect(made.sessions?.map(({ attendances }) => attendances)).toEqual([2, 1]);
  });

  it('writes two hundred lines in one list and the two hundred and first in another', async () => {
    const many = Array.from({ length: 201 }, (_none, i): KnownVolunteer => ({
      ...person(1, `队员${i}`),
      volunteerId: `b1000000-0000-4000-8000-${String(i).padStart(12, '0')}` as VolunteerId,
    }));
    const made = await plan(
      many.map(({ name }) => line(name)),
      { unit: { ...unit, volunteers: many } },
    );
    const lists = commands(made).flatMap((command) =>
      command.type === 'RecordAttendance' ? [command.data.attendances.length] : [],
    );
    expect(lists).toEqual([200, 1]);
  });

  it('plans the same ids for the same sheet, and others for another batch', async () => {
    const lines = [line('甲一'), line('乙二')];
    expect(await plan(lines)).toEqual(await plan(lines));
    const sheet = await readSignInSheet(new TextEncoder().encode([header, ...lines].join('\n')));
    const other = planSignIn(
      sheet,
      { place, unit, served, today, grounds },
      'e0000000-0000-4000-8000-000000000002' as BatchId,
    );
    expect(other.sessions?.[0]?.sessionId).not.toBe((await plan(lines)).sessions?.[0]?.sessionId);
  });

  it('keeps an activity and its session the same when somebody becomes known between two attempts', async () => {
    const lines = [line('新人', { from: '08:00' }), line('甲一')];
    const before = await plan(lines);
    const after = await plan(lines, { unit: { ...unit, volunteers: [...people, person(7, '新人')] } });
    expect(after.sessions?.[0]?.activityId).toBe(before.sessions?.[0]?.activityId);
    expect(commands(after).slice(0, 3)).toEqual(commands(before).slice(0, 3));
    const names = (made: Plan) => made.stages.flat().flatMap(({ steps }) => steps.map(({ name }) => name));
    expect(names(after)[3]).not.toBe(names(before)[3]);
  });
});

describe('who a line means', () => {
  it('takes a namesake of the team named, and asks for a number where two of the name are in it', async () => {
    const made = await plan([line('丙三'), line('丁四', { teamName: '2队' })]);
    expect(codes(made)).toEqual([[3, 'namesakes']]);
    expect(commands(made)[3]?.data).toMatchObject({ attendances: [{ volunteerId: people[2]?.volunteerId }] });
  });

  it('takes the number in brackets, of either width, and refuses one of another name or of nobody', async () => {
    const made = await plan([
      line('丁四（2026000006）', { teamName: '2队' }),
      line('丁四(2026000005)', { teamName: '2队', from: '13:00' }),
      line('丁四（2026000001）'),
      line('丁四（2026000099）'),
    ]);
    expect(codes(made)).toEqual([
      [4, 'volunteer_number_of_another'],
      [5, 'volunteer_number_unknown'],
    ]);
    expect(commands(made)[3]?.data).toMatchObject({
      attendances: [{ volunteerId: people[5]?.volunteerId }, { volunteerId: people[4]?.volunteerId }],
    });
  });

  it('takes somebody of another team as a guest, with a warning', async () => {
    expect(codes(await plan([line('甲一', { teamName: '2队' })]))).toEqual([[2, 'guest_of_the_team']]);
  });

  it('refuses names and teams that nobody bears, and people who never were enrolled', async () => {
    const applicant = { ...person(7, '戊五'), enrolledOn: null };
    const made = await plan([line('无名'), line('甲一', { teamName: '9队' }), line('戊五')], {
      unit: { ...unit, volunteers: [...people, applicant] },
    });
    expect(codes(made)).toEqual([
      [2, 'volunteer_unknown'],
      [3, 'team_unknown'],
      [4, 'volunteer_unknown'],
    ]);
    expect(made.stages.flat()).toEqual([]);
  });
});

describe('what is said of a service and not held against it', () => {
  it('marks a service before the day of enrolment, not one on it', async () => {
    const volunteers = [person(1, '甲一', '2026-07-20')];
    const made = await plan([line('甲一', { day: '2026-07-19' }), line('甲一')], { unit: { ...unit, volunteers } });
    expect(codes(made)).toEqual([[2, 'service_before_enrolment']]);
    expect(made.fileMinutes).toBe(240);
  });

  it('counts what comes after the tenth working day: 17 July does on 31 July, 16 July does not wait so long', async () => {
    const late = async (day: string) =>
      (await plan([line('甲一', { day })])).remarks.some((remark) => remark.includes('10 个工作日'));
    expect(await late('2026-07-17')).toBe(false);
    expect(await late('2026-07-16')).toBe(true);
  });

  it('tells of another organizer, and refuses a day ahead', async () => {
    const made = await plan([
      line('甲一', { unitName: '别的单位' }),
      line('乙二', { day: '2026-08-01' }),
      line('丙三', { day: '2026-07-31' }),
    ]);
    expect(codes(made)).toEqual([
      [3, 'service_must_have_happened'],
      [2, 'organizer_differs'],
    ]);
  });

  it('refuses who is signed in for that time already, not who came later that day, nor its own earlier attempt', async () => {
    const attendance = {
      activityTitle: '义诊',
      heldOn: '2026-07-20' as LocalDate,
      volunteerId: people[0]?.volunteerId as VolunteerId,
      startsAt: '08:00' as TimeOfDay,
      endsAt: '09:00' as TimeOfDay,
    };
    const other = {
      ...served,
      attendances: [{ ...attendance, activityId: 'd0000000-0000-4000-8000-000000000001' as ActivityId }],
    };
    const own = { ...served, attendances: [{ ...attendance, activityId: idOf<ActivityId>(batchId, 'activity/2') }] };
    expect(codes(await plan([line('甲一'), line('甲一', { from: '12:00' })], { served: other }))).toEqual([
      [2, 'attendance_recorded_already'],
    ]);
    expect(codes(await plan([line('甲一', { from: '09:00' })], { served: other }))).toEqual([]);
    expect(codes(await plan([line('甲一')], { served: own }))).toEqual([]);
  });
});
