/** SQL: whether hours are asked of person `p` on the day, a bound parameter: enrolled, not gone (F-18, F-20), not exempted (F-17). */
export const askedOn = (day: string): string =>
  `(p.enrolled_on <= ${day}::date and (p.left_on is null or p.left_on > ${day}::date) and not ${exemptedOn(day)})`;

export const exemptedOn = (day: string): string =>
  `exists (select from jsonb_array_elements(p.exempted) x where x->>'from' <= ${day}::text and coalesce(x->>'until', '9999-12-31') >= ${day}::text)`;

/** SQL: minutes of person `p` on the days between, both included. */
export const minutesBetween = (from: string, until: string): string =>
  `(select coalesce(sum(e.service_minutes), 0)::int from read.participation_entry e
    where e.volunteer_id = p.volunteer_id and e.served_on between ${from}::date and ${until}::date)`;

export const personInScope = (scope: string): string =>
  `(${scope}::uuid[] is null or p.organization_id = any(${scope}))`;
