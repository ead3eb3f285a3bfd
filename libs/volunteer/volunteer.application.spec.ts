import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';

import type { Act, Refusal } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import { SubmitApplication } from './volunteer.commands.js';
import { volunteerDecider } from './volunteer.decider.js';
import type { ParticipantKind, VolunteerEvent } from './volunteer.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const womanBornIn1990 = '340199199003070028';
const manBornIn1990 = '34019919900307001X';
const byTheApplicant: Act = { ...someAct, byVolunteer: volunteerId };

const paper = {
  volunteerId,
  organizationId,
  participantKind: 'FULL_MEMBER',
  submittedOn: day('2026-06-10'),
  source: 'PAPER_FORM',
  onBehalf: 'RECORDER',
  consents: ['REGISTRATION'],
  name: '丁宜',
  sex: '2',
  birthDate: '1990-03',
} satisfies SubmitApplication;
const { participantKind: _kind, birthDate: _birth, ...unborn } = paper;
const submitted = (change: object = {}): VolunteerEvent => ({
  type: 'ApplicationSubmitted',
  data: { ...paper, participantKind: 'FULL_MEMBER', doubts: [], ...change },
});
const other = { volunteerId, organizationId };
const returned: VolunteerEvent = {
  type: 'ApplicationReturned',
  data: { ...other, returnedOn: day('2026-06-20'), reason: '缺签名' },
};
const declined: VolunteerEvent = {
  type: 'ApplicationDeclined',
  data: { ...other, declinedOn: day('2026-06-20'), reason: '非自愿' },
};
const approved: VolunteerEvent = {
  type: 'ApplicationApproved',
  data: { ...other, approvedOn: day('2026-06-20'), basis: 'BRANCH_MEETING' },
};
const enrolled: VolunteerEvent = {
  type: 'VolunteerEnrolled',
  data: { ...other, volunteerNumber: '2026000001', enrolledOn: day('2026-06-20') },
};
const withdrew: VolunteerEvent = { type: 'VolunteerWithdrew', data: { ...other, withdrawnOn: day('2026-06-20') } };

const given = specification(volunteerDecider);
const submit = (change: Partial<SubmitApplication>, act?: Act): readonly VolunteerEvent[] | Refusal =>
  given().when({ type: 'SubmitApplication', data: { ...paper, ...change } }, {}, act);
const particularsAfter = (change: Partial<SubmitApplication>): object => {
  const decision = given().when(
    { type: 'SubmitApplication', data: { ...unborn, participantKind: 'FULL_MEMBER', ...change } },
    {},
  );
  return Array.isArray(decision) ? (decision[0] as VolunteerEvent).data : decision;
};

describe('Applying', () => {
  it('writes the form down as it was filled in', () => {
    expect(validateSync(Object.assign(new SubmitApplication(), paper))).toEqual([]);
    expect(submit({})).toEqual([submitted()]);
  });

  it('is dated today at the latest', () => {
    expect(refusedAs(submit({ submittedOn: day('2026-07-01') }))).toBeUndefined();
    expect(refusedAs(submit({ submittedOn: day('2026-07-02') }))).toBe('day_must_not_lie_ahead');
  });

  it('is done by the applicant, or by a recorder who holds the signed paper', () => {
    const online = { source: 'ONLINE', onBehalf: 'SELF' } as const;
    expect(submit(online, byTheApplicant)).toEqual([submitted(online)]);
    expect(refusedAs(submit(online))).toBe('only_applicants_submit_for_themselves');
    expect(refusedAs(submit(online, { ...someAct, byVolunteer: idOf(9) }))).toBe(
      'only_applicants_submit_for_themselves',
    );
    expect(refusedAs(submit({ source: 'ONLINE' }))).toBe('recorder_must_have_the_signed_paper');
    expect(refusedAs(submit({ source: 'SHEET_IMPORT' }))).toBeUndefined();
  });

  it('needs the consent to be registered, and one of its own for the health code', () => {
    expect(refusedAs(submit({ consents: [] }))).toBe('registration_needs_consent');
    expect(refusedAs(submit({ consents: ['SENSITIVE_HEALTH'] }))).toBe('registration_needs_consent');
    expect(refusedAs(submit({ health: '1' }))).toBe('health_needs_its_own_consent');
    expect(refusedAs(submit({ health: '3', consents: ['REGISTRATION', 'SENSITIVE_HEALTH'] }))).toBeUndefined();
  });

  it.each<[string, VolunteerEvent[], string]>([
    ['awaits review', [submitted()], 'application_awaits_review'],
    ['is approved', [submitted(), approved], 'application_is_approved_already'],
    ['led to an enrolment', [submitted(), approved, enrolled], 'volunteer_is_enrolled_already'],
  ])('is refused, even with the same words, while the last application %s', (_case, past, refused) => {
    expect(refusedAs(given(...past).when({ type: 'SubmitApplication', data: paper }, {}))).toBe(refused);
  });

  it.each<[string, VolunteerEvent[]]>([
    ['a return', [submitted(), returned]],
    ['a refusal', [submitted(), declined]],
    ['a withdrawal', [submitted(), approved, enrolled, withdrew]],
  ])('is open again from the day of %s', (_case, past) => {
    const again = (submittedOn: string): readonly VolunteerEvent[] | Refusal =>
      given(...past).when({ type: 'SubmitApplication', data: { ...paper, submittedOn: day(submittedOn) } }, {});
    expect(refusedAs(again('2026-06-19'))).toBe('application_must_follow_the_last_decision');
    expect(again('2026-06-20')).toEqual([submitted({ submittedOn: '2026-06-20' })]);
  });
});

describe('The kind of participant', () => {
  it.each<[string | undefined, ParticipantKind | undefined, string]>([
    ['01', undefined, 'FULL_MEMBER'],
    ['01', 'FULL_MEMBER', 'FULL_MEMBER'],
    ['02', undefined, 'PROBATIONARY_MEMBER'],
    ['13', 'APPLICANT_ACTIVIST', 'APPLICANT_ACTIVIST'],
    ['03', 'OTHER_VOLUNTEER', 'OTHER_VOLUNTEER'],
    [undefined, 'FULL_MEMBER', 'FULL_MEMBER'],
    ['01', 'PROBATIONARY_MEMBER', 'participant_kind_must_agree_with_political_status'],
    ['02', 'OTHER_VOLUNTEER', 'participant_kind_must_agree_with_political_status'],
    ['13', 'FULL_MEMBER', 'participant_kind_must_agree_with_political_status'],
    ['03', 'PROBATIONARY_MEMBER', 'participant_kind_must_agree_with_political_status'],
    ['13', undefined, 'participant_kind_must_be_given'],
    [undefined, undefined, 'participant_kind_must_be_given'],
  ])('of 政治面貌 %s with %s given is %s', (politicalStatus, participantKind, expected) => {
    const data = { ...unborn, birthDate: '1990-03', politicalStatus, participantKind } as SubmitApplication;
    const decision = given().when({ type: 'SubmitApplication', data }, {});
    expect(Array.isArray(decision) ? (decision[0] as VolunteerEvent).data : refusedAs(decision)).toEqual(
      expected.includes('_must_') ? expected : expect.objectContaining({ participantKind: expected }),
    );
  });
});

describe('Particulars', () => {
  it('take the birth day from the ID number, stored with a capital X', () => {
    expect(particularsAfter({ idNumber: manBornIn1990.toLowerCase(), sex: '1' })).toMatchObject({
      idNumber: manBornIn1990,
      birthDate: '1990-03-07',
      doubts: [],
    });
  });

  it.each([
    ['1990-03', '1990-03-07', []],
    ['1990-03-07', '1990-03-07', []],
    ['1990-04', '1990-04', ['BIRTH_DATE_AGAINST_ID_NUMBER']],
    ['1990-03-08', '1990-03-08', ['BIRTH_DATE_AGAINST_ID_NUMBER']],
  ])('with a stated birth of %s and an ID number of 1990-03-07 keep %s, doubting %j', (birthDate, kept, doubts) => {
    expect(particularsAfter({ idNumber: womanBornIn1990, birthDate })).toMatchObject({ birthDate: kept, doubts });
  });

  it('doubt, but do not refuse, a sex that the ID number does not tell', () => {
    expect(particularsAfter({ idNumber: manBornIn1990, sex: '2' })).toMatchObject({
      doubts: ['SEX_AGAINST_ID_NUMBER'],
    });
    expect(particularsAfter({ idNumber: womanBornIn1990, sex: '2' })).toMatchObject({ doubts: [] });
    expect(particularsAfter({ idNumber: womanBornIn1990, sex: '9' })).toMatchObject({ doubts: [] });
  });

  it('refuse an ID number that is none, or of somebody not yet born', () => {
    expect(refusedAs(submit({ idNumber: '340199199003070029' }))).toBe('id_number_must_be_valid');
    expect(particularsAfter({ idNumber: '340199202607020018', sex: '1' })).toEqual({
      refused: 'id_number_must_be_valid',
    });
    expect(particularsAfter({ idNumber: '340199202607010012', sex: '1' })).toMatchObject({ birthDate: '2026-07-01' });
  });

  it('need a birth, an ID number or an age with its day', () => {
    expect(particularsAfter({})).toEqual({ refused: 'birth_date_or_age_must_be_given' });
    expect(particularsAfter({ statedAge: 36 })).toEqual({ refused: 'stated_age_needs_its_day' });
    expect(particularsAfter({ statedAge: 36, statedAgeOn: day('2026-06-01') })).toMatchObject({
      statedAge: '36',
      statedAgeOn: '2026-06-01',
      doubts: ['AGE_WITHOUT_BIRTH_DATE'],
    });
  });

  it('keep the doubts of the sheet, each once', () => {
    const doubts = ['JOINED_PARTY_MONTH', 'AGE_WITHOUT_BIRTH_DATE'] as const;
    expect(particularsAfter({ statedAge: 36, statedAgeOn: day('2026-06-01'), doubts: [...doubts] })).toMatchObject({
      doubts,
    });
  });

  it.each([
    ['birthDate', '2026-07', '2026-08'],
    ['birthDate', '2026-07-01', '2026-07-02'],
    ['joinedPartyOn', '2026-07', '2026-08'],
    ['joinedPartyOn', '2026-07-01', '2026-07-02'],
    ['statedAgeOn', '2026-07-01', '2026-07-02'],
  ])('let %s be %s today, not %s', (field, today, ahead) => {
    expect(refusedAs(submit({ [field]: today }))).toBeUndefined();
    expect(refusedAs(submit({ [field]: ahead }))).toBe('particulars_must_not_lie_ahead');
  });

  it('store the name clean and refuse one that hides characters', () => {
    expect(submit({ name: '　丁　宜 ' })).toEqual([submitted()]);
    expect(refusedAs(submit({ name: '丁\u202E宜' }))).toBe('name_must_be_readable');
  });
});
