/** Entries that count: credited and not reversed, whoever's they became and however often they were corrected. */
export const live = `activity_register_credit c where c.state = 'credited'`;

/** What counts now of one attendance: of every day of it, and of what was written in its place. */
const counted = `(select coalesce(sum(l.service_minutes), 0) from read.activity_register_credit l
      where l.session_id = p.session_id and l.volunteer_id = p.volunteer_id and l.state = 'credited')`;

/** What somebody was called on a day (F-22); where the book is older than the name, the first one known. */
export const nameOn = (alias: string, day: string): string =>
  `coalesce((select d.entry->>'name' from jsonb_array_elements(${alias}.names) with ordinality as d(entry, n)
      where (d.entry->>'on')::date <= ${day} order by d.n desc limit 1), ${alias}.names->0->>'name')`;
/** The day of an activity's page. */
export const dayOfBook = 'coalesce(a.first_held_on, a.planned_on)';

export const attendanceColumns = `p.session_id as "sessionId", p.volunteer_id as "volunteerId", p.activity_id as "activityId",
      p.entry_id as "entryId", p.team_id as "teamId", p.served_on as "servedOn", p.starts_at as "startsAt",
      p.ends_on as "endsOn", p.ends_at as "endsAt", p.end_derived as "endDerived", p.service_minutes as "serviceMinutes", p.provenance,
      p.recorded_by as "recordedBy", p.recorded_on as "recordedOn", p.late_reason_code as "lateReasonCode",
      p.sheet_id as "sheetId", p.attested_by as "attestedBy", v.name as "volunteerName", ${nameOn('t', 'p.served_on')} as "teamName",
      case when ${counted} > 0 then 'credited' else coalesce(c.state, case when p.attested_by is null then 'recorded' else 'attested' end) end as state,
      ${counted} as "countedMinutes",
      c.reversal_reason_code as "reversalReasonCode", c.reversed_on as "reversedOn"`;

export const attendanceFrom = `from read.activity_register_attendance p
    join read.activity_register a on a.activity_id = p.activity_id
    left join read.activity_register_credit c on c.entry_id = p.entry_id
    left join read.activity_register_name v on v.subject_id = p.volunteer_id
    left join read.activity_register_name t on t.subject_id = p.team_id`;
