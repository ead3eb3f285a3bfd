import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { EventCodec } from '#libs/event-store/codec';
import type { OrganizationId, PlanLineId, TeamId } from '#libs/kernel/ids';
import { refusedAs, specification } from '#libs/kernel/specification';
import { annualPlanCommands, type AnnualPlanCommand } from './annual-plan.commands.js';
import { annualPlanDecider, standsInPlan } from './annual-plan.decider.js';
import { annualPlanEvents, annualPlanStream, type AnnualPlanEvent } from './annual-plan.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const line = { teamId: idOf<TeamId>(1), year: 2026, planLineId: idOf<PlanLineId>(2) };
const facts = { organizationId: idOf<OrganizationId>(3) };
const plan = (month = 3): AnnualPlanCommand => ({
  type: 'PlanAnnualActivity',
  data: { ...line, month, title: '学雷锋集中服务' },
});
const drop: AnnualPlanCommand = { type: 'DropAnnualActivity', data: { ...line, reason: '并入五进社区' } };
const given = (...past: readonly AnnualPlanEvent[]) => specification(annualPlanDecider)(...past);
const [planned] = given().when(plan(), facts) as readonly AnnualPlanEvent[];
const [dropped] = given(planned!).when(drop, facts) as readonly AnnualPlanEvent[];

describe('the annual plan of a team (Z-63)', () => {
  it('takes a line once, under the owner of the team', () => {
    expect(planned).toMatchObject({
      type: 'AnnualActivityPlanned',
      data: { ...line, ...facts, month: 3, plannedOn: '2026-07-01' },
    });
    expect(given(planned!).when(plan(), facts)).toEqual([]);
    expect(refusedAs(given(planned!).when(plan(4), facts))).toBe('plan_line_is_planned_once');
  });

  it('needs an established team', () => {
    expect(refusedAs(given().when(plan(), {}))).toBe('annual_plan_needs_an_established_team');
  });

  it('drops a line once and for good', () => {
    expect(dropped).toMatchObject({ type: 'AnnualActivityDropped', data: { ...line, ...facts } });
    expect(given(planned!, dropped!).when(drop, facts)).toEqual([]);
    expect(refusedAs(given().when(drop, facts))).toBe('plan_line_must_be_planned');
    expect(refusedAs(given(planned!, dropped!).when(plan(), facts))).toBe('dropped_plan_line_stays_dropped');
  });

  it('knows which lines stand', () => {
    const after = (...past: readonly AnnualPlanEvent[]) =>
      past.reduce((state, event) => annualPlanDecider.evolve(state, event), annualPlanDecider.initial);
    expect(standsInPlan(after(), line.planLineId)).toBe(false);
    expect(standsInPlan(after(planned!), line.planLineId)).toBe(true);
    expect(standsInPlan(after(planned!, dropped!), line.planLineId)).toBe(false);
    expect(after(dropped!)).toEqual(annualPlanDecider.initial);
  });

  it('decides only what the event definitions accept', () => {
    const codec = new EventCodec(annualPlanEvents);
    const stream = annualPlanStream(line.teamId, line.year);
    for (const event of [planned!, dropped!]) expect(() => codec.split(event, stream)).not.toThrow();
  });

  it.each([
    [0, 1],
    [1, 0],
    [12, 0],
    [13, 1],
  ])('in month %i', (month, faults) => {
    const command = Object.assign(new annualPlanCommands.PlanAnnualActivity(), plan(month).data);
    expect(validateSync(command)).toHaveLength(faults);
  });
});
