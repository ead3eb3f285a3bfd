import { describe, expect, it } from '@jest/globals';

import { erasedText } from '#libs/kernel/fields';
import type { Act, Refusal } from '#libs/kernel/decider';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import type { ChangeParticulars } from './volunteer.commands.js';
import { volunteerDecider, type VolunteerFacts } from './volunteer.decider.js';
import type { VolunteerEvent } from './volunteer.events.js';
import { primaryTeam, type Volunteer } from './volunteer.state.js';

type Decision = readonly VolunteerEvent[] | Refusal;

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const red = idOf<TeamId>(3);
const blue = idOf<TeamId>(4);
const who = { volunteerId, organizationId };
const byThemselves: Act = { ...someAct, byVolunteer: volunteerId };

const submitted: VolunteerEvent = {
  type: 'ApplicationSubmitted',
  data: {
    ...who,
    participantKind: 'PROBATIONARY_MEMBER',
    submittedOn: day('2026-05-10'),
    source: 'PAPER_FORM',
    onBehalf: 'RECORDER',
    consents: ['REGISTRATION'],
    doubts: [],
    name: erasedText,
    sex: '2',
  },
};
const returned: VolunteerEvent = {
  type: 'ApplicationReturned',
  data: { ...who, returnedOn: day('2026-05-20'), reason: '缺签名' },
};
const declined: VolunteerEvent = {
  type: 'ApplicationDeclined',
  data: { ...who, declinedOn: day('2026-05-20'), reason: '非本人自愿' },
};
const approved: VolunteerEvent = {
  type: 'ApplicationApproved',
  data: { ...who, approvedOn: day('2026-05-20'), basis: 'BRANCH_MEETING', meeting: '五月支委会' },
};
const enrolled: VolunteerEvent = {
  type: 'VolunteerEnrolled',
  data: { ...who, volunteerNumber: '2026000001', enrolledOn: day('2026-05-21') },
};
const chosen = (teamId: TeamId, chosenOn = '2026-06-01'): VolunteerEvent => ({
  type: 'PrimaryTeamChosen',
  data: { volunteerId, teamId, chosenOn: day(chosenOn) },
});
const cleared = (teamId: TeamId, clearedOn: string): VolunteerEvent => ({
  type: 'PrimaryTeamCleared',
  data: { volunteerId, teamId, clearedOn: day(clearedOn) },
});
const withdrew = (withdrawnOn: string): VolunteerEvent => ({
  type: 'VolunteerWithdrew',
  data: { ...who, withdrawnOn: day(withdrawnOn) },
});
const onTheRegister: VolunteerEvent[] = [submitted, approved, enrolled];

const given = specification(volunteerDecider);
const stateAfter = (...events: VolunteerEvent[]): Volunteer =>
  events.reduce<Volunteer>((state, event) => volunteerDecider.evolve(state, event), volunteerDecider.initial);

describe('Changing particulars', () => {
  const change = (fields: Partial<ChangeParticulars>, past = onTheRegister): Decision =>
    given(...past).when(
      { type: 'ChangeParticulars', data: { volunteerId, changedOn: day('2026-06-30'), reason: '本人申请', ...fields } },
      {},
    );
  const changed = (fields: object): VolunteerEvent[] => [
    { type: 'ParticularsChanged', data: { volunteerId, changedOn: day('2026-06-30'), reason: '本人申请', ...fields } },
  ];

  it('names what changes, the day and the reason, and leaves the rest', () => {
    expect(change({ name: '　丁　艺', documentSeen: 'ID_CARD' })).toEqual(
      changed({ name: '丁艺', documentSeen: 'ID_CARD' }),
    );
    expect(change({ sex: '1' })).toEqual(changed({ sex: '1' }));
    expect(change({ mobiles: ['13800000000'] }, [...onTheRegister, withdrew('2026-06-01')])).toEqual(
      changed({ mobiles: ['13800000000'] }),
    );
  });

  it('derives the kind from a new political status and the birth day from a new ID number', () => {
    expect(change({ politicalStatus: '01' })).toEqual(
      changed({ politicalStatus: '01', participantKind: 'FULL_MEMBER' }),
    );
    expect(refusedAs(change({ politicalStatus: '13' }))).toBe('participant_kind_must_be_given');
    expect(change({ idNumber: '34019919900307001x', documentSeen: 'POLICE_CERTIFICATE' })).toEqual(
      changed({ idNumber: '34019919900307001X', birthDate: '1990-03-07', documentSeen: 'POLICE_CERTIFICATE' }),
    );
    expect(refusedAs(change({ idNumber: '340199199003070010' }))).toBe('id_number_must_be_valid');
  });

  it('is refused when it changes nothing, hides characters in the name or lies ahead', () => {
    expect(refusedAs(change({}))).toBe('change_must_name_a_particular');
    expect(refusedAs(change({ name: '丁\u202E' }))).toBe('name_must_be_readable');
    expect(refusedAs(change({ sex: '1', changedOn: day('2026-07-01') }))).toBeUndefined();
    expect(refusedAs(change({ sex: '1', changedOn: day('2026-07-02') }))).toBe('day_must_not_lie_ahead');
    expect(refusedAs(change({ sex: '1' }, []))).toBe('application_must_have_been_submitted');
  });

  it('takes a new name or ID number only with the paper that another person has seen', () => {
    for (const fields of [{ name: '丁艺' }, { idNumber: '34019919900307001X' }]) {
      expect(refusedAs(change(fields))).toBe('identity_change_needs_the_document_seen');
      const asked = { volunteerId, changedOn: day('2026-06-30'), reason: '更名', documentSeen: 'ID_CARD', ...fields };
      const own = given(...onTheRegister).when(
        { type: 'ChangeParticulars', data: asked as ChangeParticulars },
        {},
        byThemselves,
      );
      expect(refusedAs(own)).toBe('identity_change_is_seen_by_another');
    }
  });

  it('takes a health code only with the consent for it', () => {
    const consenting: VolunteerEvent = {
      ...submitted,
      data: { ...submitted.data, consents: ['REGISTRATION', 'SENSITIVE_HEALTH'] },
    };
    expect(refusedAs(change({ health: '2' }))).toBe('health_needs_its_own_consent');
    expect(change({ health: '2' }, [consenting])).toEqual(changed({ health: '2' }));
  });
});

describe('The primary team', () => {
  const choose = (teamId: TeamId, chosenOn: string, past = onTheRegister, facts: VolunteerFacts = {}): Decision =>
    given(...past).when({ type: 'ChoosePrimaryTeam', data: { volunteerId, teamId, chosenOn: day(chosenOn) } }, facts);
  const clear = (teamId: TeamId, clearedOn: string, past = [...onTheRegister, chosen(red)]): Decision =>
    given(...past).when({ type: 'ClearPrimaryTeam', data: { volunteerId, teamId, clearedOn: day(clearedOn) } }, {});

  it('is chosen by an enrolled volunteer, and another takes its place', () => {
    expect(choose(red, '2026-06-01')).toEqual([chosen(red)]);
    expect(choose(blue, '2026-06-01', [...onTheRegister, chosen(red)])).toEqual([chosen(blue)]);
    expect(primaryTeam(stateAfter(...onTheRegister, chosen(red), chosen(blue)))).toBe(blue);
    expect(refusedAs(choose(red, '2026-06-01', [submitted, approved]))).toBe('volunteer_must_be_enrolled');
  });

  it('says nothing when chosen again', () => {
    expect(choose(red, '2026-06-15', [...onTheRegister, chosen(red)])).toEqual([]);
  });

  it('is one of the teams the volunteer belongs to', () => {
    expect(refusedAs(choose(red, '2026-06-01', onTheRegister, { isTeamMember: false }))).toBe(
      'primary_team_must_be_ones_own',
    );
    expect(refusedAs(choose(red, '2026-06-01', onTheRegister, { isTeamMember: true }))).toBeUndefined();
  });

  it('is chosen not before the last choice and today at the latest', () => {
    const past = [...onTheRegister, chosen(red)];
    expect(refusedAs(choose(blue, '2026-05-31', past))).toBe('primary_team_must_follow_the_last_choice');
    expect(refusedAs(choose(blue, '2026-07-01', past))).toBeUndefined();
    expect(refusedAs(choose(blue, '2026-07-02', past))).toBe('day_must_not_lie_ahead');
  });

  it('is cleared from the day of its choice to today; about another team there is nothing to say', () => {
    expect(clear(red, '2026-06-01')).toEqual([cleared(red, '2026-06-01')]);
    expect(refusedAs(clear(red, '2026-05-31'))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(clear(red, '2026-07-02'))).toBe('day_must_not_lie_ahead');
    expect(clear(blue, '2026-06-01')).toEqual([]);
    expect(clear(red, '2026-06-02', [...onTheRegister, chosen(red), cleared(red, '2026-06-01')])).toEqual([]);
    expect(clear(red, '2026-06-02', [submitted])).toEqual([]);
    expect(primaryTeam(stateAfter(...onTheRegister, chosen(red), cleared(red, '2026-06-01')))).toBeUndefined();
    expect(primaryTeam(stateAfter(...onTheRegister, chosen(red), cleared(blue, '2026-06-01')))).toBe(red);
  });
});

describe('Withdrawing', () => {
  const withdraw = (withdrawnOn: string, past: VolunteerEvent[], act?: Act): Decision =>
    given(...past).when({ type: 'WithdrawVolunteer', data: { volunteerId, withdrawnOn: day(withdrawnOn) } }, {}, act);

  it('ends an enrolment at once and clears the primary team', () => {
    expect(withdraw('2026-07-01', onTheRegister, byThemselves)).toEqual([withdrew('2026-07-01')]);
    expect(withdraw('2026-07-01', [...onTheRegister, chosen(red)])).toEqual([
      { type: 'PrimaryTeamCleared', data: { volunteerId, teamId: red, clearedOn: '2026-07-01', leavesTeam: true } },
      withdrew('2026-07-01'),
    ]);
  });

  it('takes back an application on its way, not one that was declined', () => {
    for (const past of [[submitted], [submitted, returned], [submitted, approved]])
      expect(withdraw('2026-06-01', past)).toEqual([withdrew('2026-06-01')]);
    expect(refusedAs(withdraw('2026-06-01', [submitted, declined]))).toBe(
      'withdrawal_needs_an_application_or_enrolment',
    );
    expect(refusedAs(withdraw('2026-06-01', []))).toBe('application_must_have_been_submitted');
  });

  it('lies between the beginning and today', () => {
    expect(refusedAs(withdraw('2026-05-20', onTheRegister))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(withdraw('2026-05-21', onTheRegister))).toBeUndefined();
    expect(refusedAs(withdraw('2026-05-09', [submitted]))).toBe('end_must_not_precede_beginning');
    expect(refusedAs(withdraw('2026-05-10', [submitted]))).toBeUndefined();
    expect(refusedAs(withdraw('2026-07-02', onTheRegister))).toBe('day_must_not_lie_ahead');
  });

  it('says nothing when repeated and is refused on another day', () => {
    expect(withdraw('2026-06-01', [...onTheRegister, withdrew('2026-06-01')])).toEqual([]);
    expect(refusedAs(withdraw('2026-06-02', [...onTheRegister, withdrew('2026-06-01')]))).toBe(
      'withdrawal_happens_once',
    );
  });
});
