import type { House } from '#libs/house/house';
import { yearOf, type TimeOfDay } from '#libs/kernel/time';
import type { HoursEntryItem } from '#projections/volunteer-year/hours-entry.query';
import { waitingEntries } from '#projections/volunteer-year/hours-watch.query';
import { activityIdOf, entryIdOf, evenings, hold, mornings, plan } from './demo-activities.js';
import { leaverNumber, membersOf, staffOf, teamIdOf, volunteerIdOf } from './demo-people.js';
import { eachAtOnce, type DemoWriter } from './demo-writer.js';
import { books, centre, dawn, warmth, type DemoCalendar } from './district.js';
import { dayAfter } from './people.js';

/** A second sheet that names one person at an hour already credited: kept as a conflict, not credited (F-03). */
export async function holdOverlapping(writer: DemoWriter, { last }: DemoCalendar): Promise<void> {
  const present = [{ volunteerId: volunteerIdOf(writer, 2), n: 2, teamId: teamIdOf(writer, dawn), serviceMinutes: 60 }];
  const times = { heldOn: dayAfter(last, -7), startsAt: '20:00' as TimeOfDay, endsAt: '21:00' as TimeOfDay };
  await hold(writer, { key: 'overlap 1', unit: centre, teams: [dawn], title: '夜间应急值守', ...times, present });
}

/** F-05: the year was typed in when it was over, so most of it is late; somebody of the district has looked at the sheets. */
export async function approveLate({ read }: Pick<House, 'read'>, writer: DemoWriter): Promise<void> {
  const why = { lateReasonCode: 'PAPER_SHEET_DELAYED', note: '已核对纸质签到表' } as const;
  const held: HoursEntryItem[] = [];
  for (let page = 1, left = 1; left > 0; page++) {
    const { items, total } = await waitingEntries(read, { scope: undefined, state: 'held', page, pageSize: 200 });
    held.push(...items);
    left = total - held.length;
  }
  await eachAtOnce(held, ({ volunteerId, year, entryId }) =>
    writer.give('county', 'ApproveServiceHours', { volunteerId, year, entryId, ...why }, entryId),
  );
}

/** F-33: rained off, and never held. */
export async function callOff(writer: DemoWriter): Promise<void> {
  const key = 'off 1';
  await plan(writer, { key, unit: centre, teams: [books], title: '户外图书漂流' });
  const cancelled = { activityId: activityIdOf(writer, key), reason: '当日暴雨，活动取消。' };
  await writer.give(staffOf(centre).recorder, 'CancelActivity', cancelled, key);
}

/** A sheet that waits for the second person. */
export async function leaveUnattested(writer: DemoWriter, { last }: DemoCalendar): Promise<void> {
  const teamId = teamIdOf(writer, books);
  const members = membersOf(writer, centre).filter(({ team }) => team === books);
  const present = members.slice(0, 4).map(({ volunteerId, n }) => ({ volunteerId, n, teamId, serviceMinutes: 180 }));
  const when = { heldOn: dayAfter(last, -1), ...mornings };
  await hold(writer, {
    key: 'open 1',
    unit: centre,
    teams: [books],
    title: '冬季课业辅导',
    ...when,
    present,
    waits: true,
  });
}

/** One credit that should not have been: cancelled by a new entry, the old one stays readable. Needs the credit to be in the ledger. */
export async function reverseOne(writer: DemoWriter, { first }: DemoCalendar): Promise<void> {
  const entryId = entryIdOf(writer, 'c2 1', 9);
  const reversed = { volunteerId: volunteerIdOf(writer, 9), year: yearOf(first), entryId };
  const why = { reasonCode: 'WRONG_PERSON', reason: '签到表第 2 行为同名人员，本人当日未参加。' } as const;
  await writer.give('office', 'ReverseServiceHours', { ...reversed, ...why }, 'c2 1 9');
}

/** F-20: at once and without a reason; what was served stays. */
export async function leaveOne(writer: DemoWriter, { first, before }: DemoCalendar): Promise<void> {
  const key = 'leaver 1';
  const [volunteerId, teamId] = [volunteerIdOf(writer, leaverNumber), teamIdOf(writer, warmth)];
  const heldOn = dayAfter(first, 1);
  const present = [{ volunteerId, n: leaverNumber, teamId, serviceMinutes: 90 }];
  await writer.give('recorder', 'JoinTeam', { teamId, volunteerId, joinedOn: before('03-05'), asPrimary: false }, key);
  await hold(writer, { key, unit: centre, teams: [warmth], title: '新春送福', heldOn, ...evenings, present });
  await writer.give('recorder', 'LeaveTeam', { teamId, volunteerId, leftOn: dayAfter(heldOn, 2) }, key);
  await writer.give('recorder', 'WithdrawVolunteer', { volunteerId, withdrawnOn: dayAfter(heldOn, 2) }, key);
}
