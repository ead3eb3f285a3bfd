import { Column, PrimaryColumn } from 'typeorm';
import { withDated, type Dated } from '#libs/kernel/dated';
import type { VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { TeamEvent } from '#libs/team/team.events';
import {
  countedPeriods,
  noStanding,
  withCeasing,
  withHome,
  withKind,
  withMembership,
  withoutMembership,
  withoutPrimaryTeam,
  withoutStatus,
  withPrimaryTeam,
  withStatus,
  withTeamMoved,
  type CountedPeriod,
  type Standing,
} from '#libs/volunteer/standing';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { entryOn, periodOn } from './as-of.js';
import { table, type AnyTable, type EntityClass, type Handlers, type Meta } from './projection.js';

/**
 * Columns of a read table that counts volunteers by day. Every window that does keeps a table of its own, so that it can be
 * rebuilt alone; what they must do alike, or roster and annexes would not agree (Z-39), stands here.
 */
export abstract class CountedVolunteer {
  @PrimaryColumn('uuid', { name: 'volunteer_id' }) volunteerId: VolunteerId;
  @Column('text', { name: 'volunteer_number', nullable: true }) volunteerNumber: string | null;
  @Column('text', { name: 'name' }) name: string;
  /** A document of a day keeps the name of the day (F-11). */
  @Column('jsonb', { name: 'names' }) names: readonly Dated<{ readonly name: string }>[];
  @Column('jsonb', { name: 'standing' }) standing: Standing;
  @Column('jsonb', { name: 'counted' }) counted: readonly CountedPeriod[];
}

type DataOf<T extends VolunteerEvent['type']> = Extract<VolunteerEvent, { type: T }>['data'];

/** What a form or a dated change says of a person; `whole` for a form, whose silence means that there is nothing. */
export interface Said {
  readonly on: LocalDate;
  readonly whole: boolean;
  readonly data: DataOf<'ApplicationSubmitted'> | DataOf<'ParticularsChanged'>;
  readonly meta: Meta;
}

export interface CountedVolunteers<Row extends CountedVolunteer> {
  readonly entity: EntityClass<Row>;
  /** The window's own columns before the first event. */
  readonly blank: Omit<Row, keyof CountedVolunteer>;
  /** What the window keeps of a person's particulars beside the name. */
  readonly particulars?: (row: Row, said: Said) => Row;
}

type Key = Pick<CountedVolunteer, 'volunteerId'>;
const volunteerOf = ({ volunteerId }: Key): Key => ({ volunteerId });

const stands = (row: CountedVolunteer, standing: Standing): CountedVolunteer => ({
  ...row,
  standing,
  counted: countedPeriods(standing),
});

const named = (row: CountedVolunteer, { on, data: { name } }: Said): CountedVolunteer => {
  if (name === undefined) return row;
  const names = withDated(row.names, { on, name });
  return { ...row, names, name: names.at(-1)?.name ?? name };
};

type Movement =
  | 'AffiliationTransferReceived'
  | 'AffiliationMoved'
  | 'VolunteerDeceased'
  | 'DeathRetracted'
  | 'MembershipCeased'
  | 'MembershipRestored'
  | 'PersonsMerged'
  | 'MergeUndone';

const movementKeys = {
  AffiliationTransferReceived: volunteerOf,
  AffiliationMoved: volunteerOf,
  VolunteerDeceased: volunteerOf,
  DeathRetracted: volunteerOf,
  MembershipCeased: volunteerOf,
  MembershipRestored: volunteerOf,
  PersonsMerged: volunteerOf,
  MergeUndone: volunteerOf,
};

const movements: Handlers<CountedVolunteer, VolunteerEvent, Movement> = {
  AffiliationTransferReceived: (row, { receivedOn, toOrganizationId }): CountedVolunteer =>
    stands(row, withHome(row.standing, receivedOn, toOrganizationId)),
  AffiliationMoved: (row, { movedOn, toOrganizationId }): CountedVolunteer =>
    stands(row, withHome(row.standing, movedOn, toOrganizationId)),
  VolunteerDeceased: (row, { deceasedOn, organizationId }): CountedVolunteer =>
    stands(row, withStatus(row.standing, { on: deceasedOn, status: 'DECEASED', organizationId })),
  DeathRetracted: (row): CountedVolunteer => stands(row, withoutStatus(row.standing, 'DECEASED')),
  MembershipCeased: (row, { ceasedOn }): CountedVolunteer => stands(row, withCeasing(row.standing, ceasedOn, true)),
  MembershipRestored: (row, { restoredOn }): CountedVolunteer =>
    stands(row, withCeasing(row.standing, restoredOn, false)),
  PersonsMerged: (row, { mergedOn, organizationId }): CountedVolunteer =>
    stands(row, withStatus(row.standing, { on: mergedOn, status: 'MERGED', organizationId })),
  MergeUndone: (row): CountedVolunteer => stands(row, withoutStatus(row.standing, 'MERGED')),
};

/** The table of volunteers of one window. */
export function countedVolunteers<Row extends CountedVolunteer>(window: CountedVolunteers<Row>): AnyTable {
  const { entity, blank, particulars = (row: Row): Row => row } = window;
  // Every row of the table began with `blank` and so has the window's own columns.
  const told = (row: CountedVolunteer, said: Said): CountedVolunteer =>
    particulars(stands(named(row, said), withKind(row.standing, said.on, said.data.participantKind)) as Row, said);
  return table<CountedVolunteer, VolunteerEvent | TeamEvent>()({
    entity,
    keyOf: {
      ApplicationSubmitted: volunteerOf,
      ParticularsChanged: volunteerOf,
      VolunteerEnrolled: volunteerOf,
      VolunteerWithdrew: volunteerOf,
      ...movementKeys,
      PrimaryTeamChosen: volunteerOf,
      PrimaryTeamCleared: volunteerOf,
      TeamMemberJoined: volunteerOf,
      TeamMemberLeft: volunteerOf,
      TeamMemberMoved: volunteerOf,
    },
    empty: (key): CountedVolunteer => ({
      ...blank,
      ...key,
      volunteerNumber: null,
      name: '',
      names: [],
      standing: noStanding,
      counted: [],
    }),
    on: {
      ApplicationSubmitted: (row, data, meta): CountedVolunteer =>
        told(row, { on: data.submittedOn, whole: true, data, meta }),
      ParticularsChanged: (row, data, meta): CountedVolunteer =>
        told(row, { on: data.changedOn, whole: false, data, meta }),
      VolunteerEnrolled: (row, { enrolledOn, organizationId, volunteerNumber }): CountedVolunteer => ({
        ...stands(row, withStatus(row.standing, { on: enrolledOn, status: 'ENROLLED', organizationId })),
        volunteerNumber,
      }),
      VolunteerWithdrew: (row, { withdrawnOn, organizationId }): CountedVolunteer =>
        stands(row, withStatus(row.standing, { on: withdrawnOn, status: 'WITHDRAWN', organizationId })),
      ...movements,
      PrimaryTeamChosen: (row, data): CountedVolunteer =>
        stands(row, withPrimaryTeam(row.standing, data.chosenOn, data.teamId)),
      PrimaryTeamCleared: (row, data): CountedVolunteer =>
        stands(row, withoutPrimaryTeam(row.standing, data.clearedOn, data.teamId)),
      TeamMemberJoined: (row, data): CountedVolunteer => stands(row, withMembership(row.standing, data)),
      TeamMemberLeft: (row, data): CountedVolunteer => stands(row, withoutMembership(row.standing, data)),
      TeamMemberMoved: (row, data): CountedVolunteer => stands(row, withTeamMoved(row.standing, data)),
    },
  });
}

/** SQL: the name on the day of a row of such a table; of somebody who came later, the first one. */
export const nameOnDay = (row: string, day: string): string =>
  `coalesce(${entryOn(`${row}.names`, day)}->>'name', ${row}.name)`;

/** SQL: volunteers `v` counted on the day, their period as `c.p`. `day` is a bound parameter. */
export const countedOnDay = (name: string, day: string): string =>
  `read.${name} v cross join lateral (select ${periodOn('v.counted', day)} as p) c`;

/**
 * SQL: the period `c.p` of `countedOnDay` has this id under this name. The containment finds the few rows by the index, the
 * comparison tells whether it is the period of the day.
 */
export const countedWith = (field: keyof CountedPeriod, id: string): string =>
  `(v.counted @> jsonb_build_array(jsonb_build_object('${field}', ${id}::text)) and c.p->>'${field}' = ${id}::text)`;
