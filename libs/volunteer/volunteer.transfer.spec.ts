import { describe, expect, it } from '@jest/globals';

import { refusedAs } from '#libs/kernel/specification';

import {
  day,
  volunteerId,
  old,
  next,
  third,
  teamId,
  byThemselves,
  submitted,
  approved,
  enrolled,
  registered,
  inTeam,
  gone,
  passage,
  sent,
  received,
  stateAfter,
  homeOf,
  deciding,
} from './volunteer.examples.js';
import type { VolunteerEvent } from './volunteer.events.js';
import { transferUnderWay } from './volunteer.state.js';

describe('A transfer of the affiliation', () => {
  const send = deciding(
    'SendAffiliationTransfer',
    { volunteerId, toOrganizationId: next, sentOn: day('2026-06-10') },
    { receiverTakesMembers: true },
  );
  const receive = deciding('ReceiveAffiliationTransfer', { volunteerId, receivedOn: day('2026-06-20') });
  const refuse = deciding('RefuseAffiliationTransfer', {
    volunteerId,
    refusedOn: day('2026-06-20'),
    reason: '材料不全',
  });
  const callBack = deciding('CallBackAffiliationTransfer', {
    volunteerId,
    calledBackOn: day('2026-06-20'),
    reason: '不转了',
  });
  const onTheWay = [...registered, inTeam, sent];

  it('is sent to another organization, and the old one stays responsible', () => {
    expect(send({}, registered)).toEqual([sent]);
    expect(homeOf(stateAfter(...onTheWay))).toBe(old);
    expect(transferUnderWay(stateAfter(...onTheWay))).toMatchObject({ toOrganizationId: next });
    expect(refusedAs(send({ toOrganizationId: old }, registered))).toBe('transfer_leads_to_another_organization');
    expect(refusedAs(send({}, registered, undefined, {}))).toBe('receiving_organization_must_take_members');
    expect(refusedAs(send({}, registered, byThemselves))).toBe('nobody_decides_about_themselves');
  });

  it('is of a member who is enrolled, one at a time', () => {
    expect(refusedAs(send({}, [submitted('OTHER_VOLUNTEER'), approved, enrolled]))).toBe(
      'affiliation_belongs_to_party_members',
    );
    expect(refusedAs(send({}, [submitted(), approved]))).toBe('volunteer_must_be_enrolled');
    expect(send({}, onTheWay)).toEqual([]);
    expect(refusedAs(send({ toOrganizationId: third }, onTheWay))).toBe('one_transfer_at_a_time');
  });

  it('is sent from the day of enrolment to today', () => {
    expect(refusedAs(send({ sentOn: day('2026-05-20') }, registered))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(send({ sentOn: day('2026-05-21') }, registered))).toBeUndefined();
    expect(refusedAs(send({ sentOn: day('2026-07-01') }, registered))).toBeUndefined();
    expect(refusedAs(send({ sentOn: day('2026-07-02') }, registered))).toBe('day_must_not_lie_ahead');
  });

  it('is received on the day of sending at the earliest: the home changes, and the old team is left', () => {
    expect(receive({}, onTheWay)).toEqual([gone('2026-06-20'), received]);
    expect(refusedAs(receive({ receivedOn: day('2026-06-09') }, onTheWay))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(receive({ receivedOn: day('2026-06-10') }, onTheWay))).toBeUndefined();
    expect(refusedAs(receive({ receivedOn: day('2026-07-02') }, onTheWay))).toBe('day_must_not_lie_ahead');
    expect(homeOf(stateAfter(...onTheWay, gone('2026-06-20'), received))).toBe(next);
    expect(receive({}, [...onTheWay, gone('2026-06-20'), received])).toEqual([]);
    expect(refusedAs(receive({}, registered))).toBe('transfer_must_be_under_way');
    expect(refusedAs(receive({}, onTheWay, byThemselves))).toBe('nobody_decides_about_themselves');
  });

  it('is not received before the team was chosen', () => {
    const late: VolunteerEvent = {
      type: 'PrimaryTeamChosen',
      data: { volunteerId, teamId, chosenOn: day('2026-06-15') },
    };
    const past = [...registered, sent, late];
    expect(refusedAs(receive({ receivedOn: day('2026-06-14') }, past))).toBe('day_must_not_precede_joining');
    expect(refusedAs(receive({ receivedOn: day('2026-06-15') }, past))).toBeUndefined();
  });

  it('may be refused or called back with a reason, and sent again from that day on', () => {
    const refused: VolunteerEvent = {
      type: 'AffiliationTransferRefused',
      data: { volunteerId, ...passage, refusedOn: day('2026-06-20'), reason: '材料不全' },
    };
    expect(refuse({}, onTheWay)).toEqual([refused]);
    expect(refuse({}, [...onTheWay, refused])).toEqual([]);
    expect(refusedAs(receive({}, [...onTheWay, refused]))).toBe('transfer_must_be_under_way');
    expect(refusedAs(send({ sentOn: day('2026-06-19') }, [...onTheWay, refused]))).toBe(
      'end_must_not_precede_beginning',
    );
    expect(refusedAs(send({ sentOn: day('2026-06-20') }, [...onTheWay, refused]))).toBeUndefined();
    const back: VolunteerEvent = {
      type: 'AffiliationTransferCalledBack',
      data: { volunteerId, ...passage, calledBackOn: day('2026-06-20'), reason: '不转了' },
    };
    expect(callBack({}, onTheWay)).toEqual([back]);
    expect(callBack({}, [...onTheWay, back])).toEqual([]);
    expect(homeOf(stateAfter(...onTheWay, back))).toBe(old);
  });
});

describe('Moving to a successor', () => {
  const facts = { homeEnded: { on: day('2026-06-01'), successorIds: [next] } };
  const move = deciding('MoveAffiliation', { volunteerId, toOrganizationId: next }, facts);
  const moved = (movedOn: string): VolunteerEvent => ({
    type: 'AffiliationMoved',
    data: { volunteerId, ...passage, movedOn: day(movedOn) },
  });

  it('follows the body on its last day, applicants too; who came later came from there', () => {
    expect(move({}, registered)).toEqual([moved('2026-06-01')]);
    expect(move({}, [submitted()])).toEqual([moved('2026-06-01')]);
    const later: VolunteerEvent = {
      ...enrolled,
      data: { ...enrolled.data, enrolledOn: day('2026-06-02') },
    } as VolunteerEvent;
    expect(move({}, [submitted(), approved, later])).toEqual([moved('2026-06-02')]);
    expect(homeOf(stateAfter(...registered, moved('2026-06-01')))).toBe(next);
  });

  it('leads to a successor of a body that is no more, and says nothing when it is done or nobody is there', () => {
    expect(refusedAs(move({}, registered, undefined, {}))).toBe('home_organization_must_have_ended');
    expect(refusedAs(move({ toOrganizationId: third }, registered))).toBe('member_moves_to_a_successor');
    expect(move({}, [...registered, moved('2026-06-01')])).toEqual([]);
    expect(
      move({}, [
        ...registered,
        { type: 'VolunteerWithdrew', data: { volunteerId, organizationId: old, withdrawnOn: day('2026-05-30') } },
      ]),
    ).toEqual([]);
  });
});
