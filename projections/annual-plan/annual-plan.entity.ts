import { Column, Entity, Index, PrimaryColumn } from 'typeorm';
import type { plannedThemes } from '#libs/annual-plan/annual-plan.events';
import type { ActivityId, OrganizationId, PlanLineId, TeamId } from '#libs/kernel/ids';
import { OwnedTeam } from '#libs/projection-engine/owned-team';
import type { LocalDate } from '#libs/kernel/time';

@Entity({ schema: 'read', name: 'annual_plan_line' })
@Index('annual_plan_line_by_team', ['teamId', 'year'])
@Index('annual_plan_line_by_organization', ['organizationId', 'year'])
export class AnnualPlanLine {
  @PrimaryColumn('uuid', { name: 'plan_line_id' }) planLineId: PlanLineId;
  @Column('uuid', { name: 'team_id' }) teamId: TeamId;
  @Column('uuid', { name: 'organization_id' }) organizationId: OrganizationId;
  @Column('int', { name: 'year' }) year: number;
  @Column('int', { name: 'month' }) month: number;
  @Column('text', { name: 'theme', nullable: true }) theme: (typeof plannedThemes)[number] | null;
  @Column('text', { name: 'title' }) title: string;
  @Column('text', { name: 'lead', nullable: true }) lead: string | null;
  @Column('text', { name: 'served_people', nullable: true }) servedPeople: string | null;
  @Column('date', { name: 'planned_on' }) plannedOn: LocalDate;
  @Column('date', { name: 'dropped_on', nullable: true }) droppedOn: LocalDate | null;
  @Column('text', { name: 'drop_reason', nullable: true }) dropReason: string | null;
}

/** Which activity carries out which line. */
@Entity({ schema: 'read', name: 'annual_plan_tie' })
@Index('annual_plan_tie_by_line', ['planLineId'])
export class AnnualPlanTie {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @PrimaryColumn('uuid', { name: 'plan_line_id' }) planLineId: PlanLineId;
  @Column('date', { name: 'tied_on' }) tiedOn: LocalDate;
}

@Entity({ schema: 'read', name: 'annual_plan_activity' })
export class AnnualPlanActivity {
  @PrimaryColumn('uuid', { name: 'activity_id' }) activityId: ActivityId;
  @Column('text', { name: 'title' }) title: string;
  @Column('date', { name: 'first_held_on', nullable: true }) firstHeldOn: LocalDate | null;
  @Column('date', { name: 'cancelled_on', nullable: true }) cancelledOn: LocalDate | null;
}

/** Whose plan it is: a team that moves takes it along (F-21). */
@Entity({ schema: 'read', name: 'annual_plan_team' })
export class AnnualPlanTeam extends OwnedTeam {}
