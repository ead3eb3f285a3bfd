import type pg from 'pg';
import type { House } from '#libs/house/house';
import type { AccountId, ActivityId, CommandId, HoursEntryId, SessionId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes, TimeOfDay } from '#libs/kernel/time';
import { canonicalText } from '#libs/proof/canonical';
import { account, newId, organization, team, type GivenEvent } from './telling.js';

/** People of a sheet: they follow each other, and sit in the same body. */
export const linesPerSheet = 20;
export const eventsPerLine = 3;

/** Stand-ins in an entry made here, and what takes their place in each entry made in PostgreSQL. */
const standIns = {
  activity: newId<ActivityId>(),
  session: newId<SessionId>(),
  volunteer: newId<VolunteerId>(),
  entryId: newId<HoursEntryId>(),
  id: newId(),
  command: newId<CommandId>(),
  day: '1999-12-31' as LocalDate,
  start: '00:01' as TimeOfDay,
  end: '00:02' as TimeOfDay,
  revision: 987_654_321,
  stream: 'stream-of-many',
};
const instead: readonly (readonly [standIn: string | number, sql: string])[] = [
  [standIns.activity, 'act_id'],
  [standIns.session, 'act_session'],
  [organization, 'act_organization'],
  [team, 'act_team'],
  [standIns.volunteer, 'person_id'],
  [standIns.entryId, 'entry_id'],
  [standIns.id, 'id'],
  [standIns.command, 'gen_random_uuid()'],
  [standIns.day, 'served_on'],
  [standIns.start, 'starts'],
  [standIns.end, 'ends'],
  [standIns.revision, 'revision'],
  [standIns.stream, 'stream'],
];

/** The three entries of a line of a sheet, of the shape that the catalogue says today. */
function line(): readonly GivenEvent[] {
  const recorded = {
    activityId: standIns.activity,
    sessionId: standIns.session,
    volunteerId: standIns.volunteer,
    entryId: standIns.entryId,
    teamId: team,
    servedOn: standIns.day,
    startsAt: standIns.start,
    endsAt: standIns.end,
    serviceMinutes: 60 as Minutes,
    provenance: 'WITNESSED',
    recordedBy: account,
    recordedOn: standIns.day,
  } as const;
  const seen = { organizationId: organization, attestedBy: newId<AccountId>(), attestedOn: standIns.day };
  return [
    { type: 'AttendanceRecorded', data: { ...recorded, endDerived: false } },
    { type: 'AttendanceAttested', data: { ...recorded, ...seen } },
    {
      type: 'ServiceHoursCredited',
      data: { ...recorded, ...seen, kind: 'SESSION', dueOn: standIns.day, dueProvisional: false, late: false },
    },
  ];
}

/** An SQL expression for the text of each entry of a line. */
export const lineTexts = (house: House): readonly string[] => line().map((event) => textOf(house, event));

/** An SQL expression for the text of an entry: canonical, with a chain and a signature that are none. */
function textOf({ codec, store }: House, event: GivenEvent): string {
  const entry = {
    v: 1,
    log: store.log,
    stream: standIns.stream,
    rev: standIns.revision,
    id: standIns.id,
    type: event.type,
    tv: codec.versionOf(event.type),
    at: '2026-03-05T01:00:00.000Z',
    by: account,
    org: organization,
    cmd: standIns.command,
    prev: `${'A'.repeat(43)}=`,
    data: codec.split(event, '').clear,
    enc: [],
    w: 'w-0000000000000000',
    sig: `${'A'.repeat(86)}==`,
  };
  return instead.reduce(
    (text, [standIn, sql]) => text.replaceAll(String(standIn), `' || ${sql} || '`),
    `'${canonicalText(entry)}'`,
  );
}

/** Some lines of all sheets: recorded, attested and credited, as they follow each other in the log. */
export async function generate(
  client: pg.Client,
  texts: readonly string[],
  of: { readonly lines: readonly [from: number, to: number]; readonly position: number; readonly people: number },
): Promise<void> {
  await client.query(
    `insert into ledger.entry (position, stream, revision, event_id, type, entry)
     select $4 + (row_number() over (order by i, kind)) - 1, stream, revision, id, type,
       case kind when 0 then ${texts[0]} when 1 then ${texts[1]} else ${texts[2]} end
     from (
       select i, kind, gen_random_uuid() as id,
         case kind when 0 then 'AttendanceRecorded' when 1 then 'AttendanceAttested' else 'ServiceHoursCredited' end as type,
         case when kind < 2 then 'activity-' || act.id else 'hours-' || person.id || '-2026' end as stream,
         case when kind < 2 then 3 + (i % ${linesPerSheet}) * 2 + kind else i / $3 end as revision,
         act.id as act_id, act.session as act_session, act.organization as act_organization, act.team as act_team, person.id as person_id, entry_id, served_on, starts, ends
       from (
         select i, kind, md5('line ' || i)::uuid as entry_id, i % $3 + 1 as person_n, i / ${linesPerSheet} + 1 as act_n,
           to_char(date '2026-01-01' + (i / ${linesPerSheet} % 365), 'YYYY-MM-DD') as served_on,
           lpad((8 + i % 9)::text, 2, '0') || ':00' as starts, lpad((9 + i % 9)::text, 2, '0') || ':00' as ends
         from generate_series($1::int, $2::int) as i, generate_series(0, 2) as kind
       ) asked
       join person on person.n = person_n join act on act.n = act_n
     ) lines`,
    [...of.lines, of.people, of.position],
  );
}
