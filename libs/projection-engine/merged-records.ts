import { Column, PrimaryColumn } from 'typeorm';
import type { Position } from '#libs/event-store/port';
import type { VolunteerId } from '#libs/kernel/ids';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { placeOf } from './as-of.js';
import { table, type AnyTable, type EntityClass } from './projection.js';

/** From and with `from`, up to but without `until`; positions of the log. */
export interface RecordLink {
  readonly survivorId: VolunteerId;
  readonly from: Position;
  readonly until: Position | null;
}

/**
 * A record that gave way to another of the same person (F-08). Every window that adds up hours by person keeps a table of its
 * own of them; which entries count for whom is reckoned when somebody asks, so that an undone merge leaves no trace.
 */
export abstract class MergedRecord {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  /** Oldest first; at most the last one is open. */
  @Column('jsonb', { name: 'links' }) links: readonly RecordLink[];
}

/** The table of merged records of one window. */
export const mergedRecords = <Row extends MergedRecord>(entity: EntityClass<Row>): AnyTable =>
  table<MergedRecord, VolunteerEvent>()({
    entity,
    keyOf: {
      DuplicateLinked: ({ duplicateId }): Pick<MergedRecord, 'volunteerId'> => ({ volunteerId: duplicateId }),
      DuplicateUnlinked: ({ duplicateId }): Pick<MergedRecord, 'volunteerId'> => ({ volunteerId: duplicateId }),
    },
    empty: (key): MergedRecord => ({ ...key, links: [] }),
    on: {
      DuplicateLinked: (row, { volunteerId: survivorId }, { position }): MergedRecord => ({
        ...row,
        links: [...row.links, { survivorId, from: position, until: null }],
      }),
      DuplicateUnlinked: (row, _data, { position }): MergedRecord => ({
        ...row,
        links: row.links.map((link) => (link.until === null ? { ...link, until: position } : link)),
      }),
    },
  });

/** The open link of each record that gave way, in the order of linking: the same order as `recordsOfPerson`. */
export const openLinks = (rows: readonly MergedRecord[]): readonly (RecordLink & Pick<MergedRecord, 'volunteerId'>)[] =>
  rows
    .flatMap(({ volunteerId, links }) => links.map((link) => ({ volunteerId, ...link })))
    .filter(({ until }) => until === null)
    .toSorted((a, b) => compared(a.from, b.from));

/** Positions are one number or `commit:prepare`, as the store has them. */
function compared(a: Position, b: Position): number {
  const [ofA, ofB] = [a, b].map((position) => position.split(':').map(BigInt)) as [bigint[], bigint[]];
  const differing = ofA.findIndex((part, i) => part !== ofB[i]);
  return differing === -1 ? 0 : ofA[differing]! < (ofB[differing] ?? 0n) ? -1 : 1;
}

export interface MergedWindow {
  /** Tables of schema `read`. */
  readonly records: string;
  /** With columns entry_id, volunteer_id, activity_id, served_on, starts_at, ends_at and service_minutes. */
  readonly entries: string;
  /** SQL: which entries `e` count for their record. */
  readonly live?: string;
  /** SQL: the bound parameter of the position to look at; null or absent for now. */
  readonly at?: string;
  /** What the tables made are called: `merged` unless told. */
  readonly named?: string;
}

/**
 * SQL of `with recursive`: `merged_record` names each record that gave way and its survivor, `merged` each of its live entries
 * and whether it counts for the person. As `mergedHours` has it: the survivor's entries first, then those of each record in the
 * order of linking that overlap none of them; what overlaps is left out whole. The tables are asked by their indexes, record by
 * record, so that a ledger without merged records pays nothing.
 */
export const mergedEntries = ({
  records,
  entries,
  live = 'true',
  at = 'null',
  named = 'merged',
}: MergedWindow): string => `
  ${named}_record as (
    select r.volunteer_id, (l->>'survivorId')::uuid as survivor_id,
      row_number() over (partition by l->>'survivorId' order by ${placeOf("l->>'from'")}) as n
    from read.${records} r cross join lateral jsonb_array_elements(r.links) l
    where case when ${at}::text is null then l->>'until' is null
      else ${placeOf("l->>'from'")} <= ${placeOf(`${at}::text`)} and coalesce(${placeOf("l->>'until'")} > ${placeOf(`${at}::text`)}, true) end),
  ${named}_live as (
    select e.*, tsrange(e.served_on + e.starts_at::time, e.served_on + e.ends_at::time) as span
    from (select volunteer_id from ${named}_record union select survivor_id from ${named}_record) r
    cross join lateral (select e.entry_id, e.volunteer_id, e.activity_id, e.served_on, e.starts_at, e.ends_at, e.service_minutes
      from read.${entries} e where e.volunteer_id = r.volunteer_id and ${live} offset 0) e),
  ${named}_taken as (
    select s.survivor_id, 0::bigint as n,
      coalesce((select range_agg(l.span) from ${named}_live l where l.volunteer_id = s.survivor_id), '{}'::tsmultirange) as spans
    from (select distinct survivor_id from ${named}_record) s
    union all
    select t.survivor_id, r.n, t.spans + coalesce(own.spans, '{}'::tsmultirange)
    from ${named}_taken t join ${named}_record r on r.survivor_id = t.survivor_id and r.n = t.n + 1
    cross join lateral (select range_agg(l.span) as spans from ${named}_live l
      where l.volunteer_id = r.volunteer_id and not l.span && t.spans) own),
  ${named} as materialized (
    select l.entry_id, l.volunteer_id, r.survivor_id as person_id, l.activity_id, l.served_on, l.service_minutes,
      not l.span && t.spans as counts
    from ${named}_record r join ${named}_taken t on t.survivor_id = r.survivor_id and t.n = r.n - 1
    join ${named}_live l on l.volunteer_id = r.volunteer_id)`;

/** SQL: the record in this column gave way to another. */
export const gaveWay = (column: string): string =>
  `exists (select from merged_record gone where gone.volunteer_id = ${column})`;

/** SQL: rows of a table of entries that count, each with its person as `person_id`. */
export const countedOf = (entries: string): string =>
  `(select e.*, coalesce(m.person_id, e.volunteer_id) as person_id from read.${entries} e
    left join merged m on m.entry_id = e.entry_id where m.counts is not false)`;
