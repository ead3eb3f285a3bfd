import { Column, PrimaryColumn } from 'typeorm';
import { withDated, type Dated } from '#libs/kernel/dated';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { TeamEvent } from '#libs/team/team.events';
import { entryOn } from './as-of.js';
import type { Handlers } from './projection.js';

/** Columns of a read table that counts teams by day: what they are called and whose they are changes, and they end (F-21, F-22). */
export abstract class OwnedTeam {
  @PrimaryColumn('uuid', { name: 'team_id' }) teamId: TeamId;
  /** The newest owner; `owners` has the older ones. */
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('date', { name: 'established_on' }) establishedOn: LocalDate;
  /** The first day without. */
  @Column('date', { name: 'ended_on', nullable: true }) endedOn: LocalDate | null;
  @Column('int', { name: 'ordinal' }) ordinal: number;
  /** The newest name. */
  @Column('text', { name: 'name' }) name: string;
  @Column('jsonb', { name: 'names' }) names: readonly Dated<{ readonly name: string }>[];
  @Column('jsonb', { name: 'owners' }) owners: readonly Dated<{ readonly organizationId: OrganizationId }>[];
}

type TeamLife = 'TeamEstablished' | 'TeamRenamed' | 'TeamMoved' | 'TeamDissolved' | 'TeamMerged';
type TeamKey = Pick<OwnedTeam, 'teamId'>;
const teamOf = ({ teamId }: TeamKey): TeamKey => ({ teamId });

export const teamLifeKeys = {
  TeamEstablished: teamOf,
  TeamRenamed: teamOf,
  TeamMoved: teamOf,
  TeamDissolved: teamOf,
  TeamMerged: teamOf,
};

/** Before the founding, which is the first event of every team. */
export const unfoundedTeam = (key: TeamKey): OwnedTeam =>
  ({ ...key, endedOn: null, names: [], owners: [] }) as unknown as OwnedTeam;

type Folds<Row extends OwnedTeam> = Handlers<Row, TeamEvent, TeamLife>;

const folds: Folds<OwnedTeam> = {
  TeamEstablished: (row, { organizationId, establishedOn, ordinal, name }): OwnedTeam => ({
    ...row,
    organizationId,
    establishedOn,
    ordinal,
    name,
    names: withDated(row.names, { on: establishedOn, name }),
    owners: withDated(row.owners, { on: establishedOn, organizationId }),
  }),
  TeamRenamed: (row, { renamedOn, name }): OwnedTeam => ({
    ...row,
    name,
    names: withDated(row.names, { on: renamedOn, name }),
  }),
  TeamMoved: (row, { movedOn, organizationId }): OwnedTeam => ({
    ...row,
    organizationId,
    owners: withDated(row.owners, { on: movedOn, organizationId }),
  }),
  TeamDissolved: (row, { dissolvedOn }): OwnedTeam => ({ ...row, endedOn: dissolvedOn }),
  TeamMerged: (row, { mergedOn }): OwnedTeam => ({ ...row, endedOn: mergedOn }),
};

/** How such a table follows its teams. Each fold keeps the columns that a window has beside these. */
export const teamLife = <Row extends OwnedTeam>(): Folds<Row> => folds as unknown as Folds<Row>;

/** SQL: team `t` is there on the day. `day` is a bound parameter. */
export const teamStands = (day: string): string =>
  `(t.established_on <= ${day}::date and (t.ended_on is null or t.ended_on > ${day}::date))`;

/** SQL: whose team `t` is on the day. */
export const ownerOnDay = (day: string): string => `(${entryOn('t.owners', day)}->>'organizationId')::uuid`;

/** SQL: team `t` is there on the day and belongs to the organization. The containment finds the few rows by the index. */
export const teamOwnedBy = (organization: string, day: string): string =>
  `(${teamStands(day)} and t.owners @> jsonb_build_array(jsonb_build_object('organizationId', ${organization}::text)) and ${ownerOnDay(day)} = ${organization}::uuid)`;

/** SQL: the name of team `t` on the day; of one founded later, the first. */
export const teamNameOnDay = (day: string): string => `coalesce(${entryOn('t.names', day)}->>'name', t.name)`;
