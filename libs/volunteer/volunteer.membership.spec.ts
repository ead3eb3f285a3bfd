import { describe, expect, it } from '@jest/globals';

import { refusedAs } from '#libs/kernel/specification';

import {
  day,
  volunteerId,
  old,
  byThemselves,
  submitted,
  approved,
  enrolled,
  registered,
  inTeam,
  gone,
  sent,
  stateAfter,
  deciding,
} from './volunteer.examples.js';
import type { VolunteerEvent } from './volunteer.events.js';
import { isEnrolledOn, transferUnderWay } from './volunteer.state.js';

describe('Retirement and death', () => {
  const retire = deciding('RecordRetirement', { volunteerId, retiredOn: day('2026-06-01') });
  const die = deciding('RecordDeath', { volunteerId, deceasedOn: day('2026-06-15'), source: '家属告知' });
  const retract = deciding('RetractDeath', { volunteerId, retractedOn: day('2026-06-20'), reason: '登记错人' });
  const dead: VolunteerEvent = {
    type: 'VolunteerDeceased',
    data: { volunteerId, organizationId: old, deceasedOn: day('2026-06-15'), source: '家属告知' },
  };

  it('whoever retires stays; the day can be put right', () => {
    const retired: VolunteerEvent = {
      type: 'RetirementRecorded',
      data: { volunteerId, organizationId: old, retiredOn: day('2026-06-01') },
    };
    expect(retire({}, registered)).toEqual([retired]);
    expect(retire({}, [...registered, retired])).toEqual([]);
    expect(refusedAs(retire({ retiredOn: day('2026-06-02') }, [...registered, retired]))).toBeUndefined();
    expect(refusedAs(retire({ retiredOn: day('2026-07-02') }, registered))).toBe('day_must_not_lie_ahead');
    expect(stateAfter(...registered, retired).status).toBe('enrolled');
  });

  it('a death ends the enrolment on its day and leaves the team', () => {
    expect(die({}, [...registered, inTeam])).toEqual([gone('2026-06-15'), dead]);
    const after = stateAfter(...registered, dead);
    expect([isEnrolledOn(after, day('2026-06-15')), isEnrolledOn(after, day('2026-06-16'))]).toEqual([true, false]);
    expect(die({}, [...registered, dead])).toEqual([]);
    expect(refusedAs(die({ deceasedOn: day('2026-06-16') }, [...registered, dead]))).toBe('death_is_recorded_once');
    expect(refusedAs(die({ deceasedOn: day('2026-05-20') }, registered))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(die({ deceasedOn: day('2026-05-21') }, registered))).toBeUndefined();
    expect(refusedAs(die({}, registered, byThemselves))).toBe('nobody_decides_about_themselves');
  });

  it('nothing more happens to the record, unless the word was wrong', () => {
    const withdraw = deciding('WithdrawVolunteer', { volunteerId, withdrawnOn: day('2026-06-20') });
    expect(refusedAs(withdraw({}, [...registered, dead]))).toBe('record_is_closed');
    const retracted: VolunteerEvent = {
      type: 'DeathRetracted',
      data: { volunteerId, organizationId: old, retractedOn: day('2026-06-20'), reason: '登记错人' },
    };
    expect(retract({}, [...registered, dead])).toEqual([retracted]);
    expect(refusedAs(retract({ retractedOn: day('2026-06-14') }, [...registered, dead]))).toBe(
      'end_must_not_precede_beginning',
    );
    expect(refusedAs(retract({}, registered))).toBe('death_must_have_been_recorded');
    expect(isEnrolledOn(stateAfter(...registered, dead, retracted), day('2026-06-30'))).toBe(true);
  });
});

describe('What is decided about the membership', () => {
  const cease = deciding('CeaseMembership', {
    volunteerId,
    ceasedOn: day('2026-06-10'),
    measure: 'REMOVED',
    reason: '示例',
  });
  const restore = deciding('RestoreMembership', { volunteerId, restoredOn: day('2026-06-20'), reason: '示例' });
  const extend = deciding('ExtendProbation', {
    volunteerId,
    decidedOn: day('2026-06-20'),
    extendedUntil: day('2026-12-20'),
    reason: '示例',
  });
  const ceased: VolunteerEvent = {
    type: 'MembershipCeased',
    data: { volunteerId, organizationId: old, ceasedOn: day('2026-06-10'), measure: 'REMOVED', reason: '示例' },
  };
  const restored: VolunteerEvent = {
    type: 'MembershipRestored',
    data: { volunteerId, organizationId: old, restoredOn: day('2026-06-20'), reason: '示例' },
  };

  it('ends it from its day; whoever is only suspended keeps the place in the team', () => {
    expect(cease({}, [...registered, inTeam])).toEqual([gone('2026-06-10'), ceased]);
    expect(cease({ measure: 'SUSPENDED' }, [...registered, inTeam])).toEqual([
      { ...ceased, data: { ...ceased.data, measure: 'SUSPENDED' } },
    ]);
    expect(cease({}, [...registered, ceased])).toEqual([]);
    expect(refusedAs(cease({ ceasedOn: day('2026-06-11') }, [...registered, ceased]))).toBe('membership_ceases_once');
    expect(refusedAs(cease({ ceasedOn: day('2026-05-20') }, registered))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(cease({ ceasedOn: day('2026-05-21') }, registered))).toBeUndefined();
    expect(refusedAs(cease({}, [submitted('OTHER_VOLUNTEER'), approved, enrolled]))).toBe(
      'affiliation_belongs_to_party_members',
    );
    expect(refusedAs(cease({}, registered, byThemselves))).toBe('nobody_decides_about_themselves');
  });

  it('ends a transfer that is under way', () => {
    expect(transferUnderWay(stateAfter(...registered, sent, ceased))).toBeUndefined();
  });

  it('may be taken back, and may end again', () => {
    expect(restore({}, [...registered, ceased])).toEqual([restored]);
    expect(restore({}, [...registered, ceased, restored])).toEqual([]);
    expect(refusedAs(restore({ restoredOn: day('2026-06-09') }, [...registered, ceased]))).toBe(
      'end_must_not_precede_beginning',
    );
    expect(refusedAs(restore({ restoredOn: day('2026-06-10') }, [...registered, ceased]))).toBeUndefined();
    expect(refusedAs(restore({}, registered))).toBe('membership_must_have_ceased');
    expect(refusedAs(cease({ ceasedOn: day('2026-06-19') }, [...registered, ceased, restored]))).toBe(
      'end_must_not_precede_beginning',
    );
    expect(refusedAs(cease({ ceasedOn: day('2026-06-20') }, [...registered, ceased, restored]))).toBeUndefined();
  });

  it('extends a probation beyond the day of the decision', () => {
    const onProbation = [submitted('PROBATIONARY_MEMBER'), approved, enrolled];
    expect(extend({}, onProbation)).toMatchObject([{ type: 'ProbationExtended' }]);
    expect(refusedAs(extend({ extendedUntil: day('2026-06-20') }, onProbation))).toBe(
      'probation_must_end_after_the_decision',
    );
    expect(refusedAs(extend({ extendedUntil: day('2026-06-21') }, onProbation))).toBeUndefined();
    expect(refusedAs(extend({}, registered))).toBe('probation_must_be_under_way');
    expect(refusedAs(extend({}, [...onProbation, ceased]))).toBe('probation_must_be_under_way');
  });
});
