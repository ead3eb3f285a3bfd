import { describe, expect, it } from '@jest/globals';
import type { PlanLineId } from '#libs/kernel/ids';
import { refusedAs } from '#libs/kernel/specification';
import type { CodeList } from '#libs/reference/codes';
import { serviceCarrierKind } from '#libs/reference/service-carriers';
import { serviceMode, specialAction, venueKind, cityProgramme } from '#libs/reference/service-codes';
import type { ActivityCommand, PlanActivity } from './activity.commands.js';
import {
  carrierKinds,
  carriers,
  programmes,
  serviceModes,
  specialActions,
  venueKinds,
  type ActivityEvent,
} from './activity.events.js';
import {
  activityId,
  day,
  idOf,
  organizationId,
  plan,
  planned,
  secondTeam,
  span,
  team,
  when,
} from './activity.examples.js';

const planning = (given: Partial<PlanActivity>): ActivityCommand => ({
  type: 'PlanActivity',
  data: { ...plan, ...given },
});

describe('what is not volunteering is not planned (Order 67 art. 19)', () => {
  it.each<[string, Partial<PlanActivity>, string | undefined]>([
    ['volunteer service', { nature: 'VOLUNTEER_SERVICE' }, undefined],
    ['a meeting', { nature: 'MEETING' }, 'only_volunteer_service_is_recorded'],
    ['study', { nature: 'STUDY' }, 'only_volunteer_service_is_recorded'],
    ['training', { nature: 'TRAINING' }, 'only_volunteer_service_is_recorded'],
    ['a visit', { nature: 'VISIT' }, 'only_volunteer_service_is_recorded'],
    ['own duty in free time', { isOwnDuty: true, isInWorkingTime: false }, undefined],
    ['something else in working time', { isOwnDuty: false, isInWorkingTime: true }, undefined],
    [
      'own duty in working time',
      { isOwnDuty: true, isInWorkingTime: true },
      'own_duty_in_working_time_is_not_volunteering',
    ],
    ['paid work', { isPaid: true }, 'paid_service_is_not_volunteering'],
    ['unpaid work', { isPaid: false }, undefined],
  ])('%s', (_what, given, refusal) => {
    expect(refusedAs(when([], planning(given)))).toBe(refusal);
  });

  it('keeps the nature that was answered and not the rest of the question', () => {
    const [event] = when([], planning({ nature: 'VOLUNTEER_SERVICE', isPaid: false })) as readonly ActivityEvent[];
    expect(event!.data).toMatchObject({ nature: 'VOLUNTEER_SERVICE' });
    expect(event!.data).not.toHaveProperty('isPaid');
  });
});

describe('the kinds of an activity', () => {
  it('are those of the code lists', () => {
    const codesOf = ({ entries }: CodeList) => entries.map(({ code }) => code);
    expect([...programmes]).toEqual(codesOf(cityProgramme));
    expect([...specialActions]).toEqual(codesOf(specialAction));
    expect([...serviceModes]).toEqual(codesOf(serviceMode));
    expect([...venueKinds]).toEqual(codesOf(venueKind));
    const kinds = codesOf(serviceCarrierKind);
    expect([...carrierKinds]).toEqual(kinds.map((code) => code.split('.')[1]));
    expect(new Set(kinds.map((code) => code.split('.')[0]))).toEqual(new Set(carriers));
  });

  it('take a kind of work of its own carrier only (H-21 to H-26)', () => {
    const kind = { carrierKind: 'TREE_PLANTING' as const };
    expect(when([], planning({ carrier: 'CIVILIZED_CITY', ...kind }))).toMatchObject([
      { data: { carrier: 'CIVILIZED_CITY', carrierKind: 'TREE_PLANTING' } },
    ]);
    expect(refusedAs(when([], planning({ carrier: 'SAFE_CAMPUS', ...kind })))).toBe(
      'carrier_kind_must_belong_to_its_carrier',
    );
    expect(refusedAs(when([], planning(kind)))).toBe('carrier_kind_must_belong_to_its_carrier');
  });

  it('belong to the plan: another one under the same id is refused', () => {
    expect(refusedAs(when([planned], planning({ venueKind: 'PARK' })))).toBe('activity_is_planned_once');
    expect(refusedAs(when([planned], planning({ isDangerous: true })))).toBe('activity_is_planned_once');
  });
});

describe('a dangerous activity', () => {
  const dangerous = { ...planned, data: { ...planned.data, isDangerous: true } } as ActivityEvent;
  const insure = (insuredOn: string): ActivityCommand => ({
    type: 'InsureActivity',
    data: { activityId, insuredOn: day(insuredOn), insuranceReference: 'PICC-1' },
  });
  const insured = (insuredOn: string): ActivityEvent => ({
    type: 'ActivityInsured',
    data: { activityId, organizationId, insuredOn: day(insuredOn), insuranceReference: 'PICC-1' },
  });
  const hold: ActivityCommand = { type: 'HoldSession', data: span };

  it('is not held before it is insured (regulation art. 17)', () => {
    expect(refusedAs(when([dangerous], hold))).toBe('activity_is_insured_before_it_is_held');
    expect(refusedAs(when([dangerous, insured('2026-07-01')], hold))).toBe('activity_is_insured_before_it_is_held');
    expect(when([dangerous, insured('2026-06-30')], hold)).toHaveLength(1);
    expect(when([planned], hold)).toHaveLength(1);
  });

  it('keeps the earliest insurance, and none of the future', () => {
    expect(when([dangerous], insure('2026-07-01'))).toEqual([insured('2026-07-01')]);
    expect(refusedAs(when([dangerous], insure('2026-07-02')))).toBe('day_must_not_lie_ahead');
    expect(when([dangerous, insured('2026-06-30')], insure('2026-06-30'))).toEqual([]);
    expect(when([dangerous, insured('2026-06-30')], insure('2026-06-29'))).toHaveLength(1);
  });
});

describe('a line of the annual plan', () => {
  const planLineId = idOf<PlanLineId>(50);
  const tie = (teamId = team): ActivityCommand => ({
    type: 'TiePlanLine',
    data: { activityId, teamId, year: 2026, planLineId },
  });
  const tied: ActivityEvent = {
    type: 'PlanLineTied',
    data: { activityId, organizationId, teamId: team, year: 2026, planLineId, tiedOn: day('2026-07-01') },
  };

  it('is tied to the activity that carries it out, once', () => {
    expect(when([planned], tie(), undefined, { planLineStands: true })).toEqual([tied]);
    expect(when([planned, tied], tie(), undefined, { planLineStands: true })).toEqual([]);
  });

  it('is refused of a team that does not take part, and where the plan does not have it', () => {
    expect(refusedAs(when([planned], tie(secondTeam), undefined, { planLineStands: true }))).toBe(
      'plan_line_belongs_to_a_team_of_the_activity',
    );
    expect(refusedAs(when([planned], tie(), undefined, { planLineStands: false }))).toBe(
      'plan_line_must_stand_in_the_annual_plan',
    );
  });
});
