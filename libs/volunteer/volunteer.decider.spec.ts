import { describe, expect, it } from '@jest/globals';

import { erasedText } from '#libs/kernel/fields';
import type { Act, Refusal } from '#libs/kernel/decider';
import type { OrganizationId, TeamId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';

import { volunteerDecider, type VolunteerFacts } from './volunteer.decider.js';
import type { VolunteerEvent } from './volunteer.events.js';
import { enrolledSince, isEnrolledOn, type Volunteer } from './volunteer.state.js';

type Decision = readonly VolunteerEvent[] | Refusal;

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;

const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const red = idOf<TeamId>(3);
const who = { volunteerId, organizationId };
const byThemselves: Act = { ...someAct, byVolunteer: volunteerId };
const byAnother: Act = { ...someAct, byVolunteer: idOf<VolunteerId>(9) };

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
const withdrew = (withdrawnOn: string): VolunteerEvent => ({
  type: 'VolunteerWithdrew',
  data: { ...who, withdrawnOn: day(withdrawnOn) },
});
const onTheRegister: VolunteerEvent[] = [submitted, approved, enrolled];

const given = specification(volunteerDecider);
const stateAfter = (...events: VolunteerEvent[]): Volunteer =>
  events.reduce<Volunteer>((state, event) => volunteerDecider.evolve(state, event), volunteerDecider.initial);

describe.each<[string, (on: string, act: Act | undefined, past: VolunteerEvent[]) => Decision, VolunteerEvent]>([
  [
    'Returning an application',
    (on, act, past) =>
      given(...past).when(
        { type: 'ReturnApplication', data: { volunteerId, returnedOn: day(on), reason: '缺签名' } },
        {},
        act,
      ),
    returned,
  ],
  [
    'Declining an application',
    (on, act, past) =>
      given(...past).when(
        { type: 'DeclineApplication', data: { volunteerId, declinedOn: day(on), reason: '非本人自愿' } },
        {},
        act,
      ),
    declined,
  ],
  [
    'Approving an application',
    (on, act, past) =>
      given(...past).when(
        {
          type: 'ApproveApplication',
          data: { volunteerId, approvedOn: day(on), basis: 'BRANCH_MEETING', meeting: '五月支委会' },
        },
        {},
        act,
      ),
    approved,
  ],
])('%s', (_act, decideOn, decided) => {
  it('is done by another person', () => {
    expect(decideOn('2026-05-20', byAnother, [submitted])).toEqual([decided]);
    expect(refusedAs(decideOn('2026-05-20', byThemselves, [submitted]))).toBe(
      'nobody_decides_on_their_own_application',
    );
  });

  it('lies between the application and today', () => {
    expect(refusedAs(decideOn('2026-05-09', byAnother, [submitted]))).toBe('decision_must_not_precede_application');
    expect(refusedAs(decideOn('2026-05-10', byAnother, [submitted]))).toBeUndefined();
    expect(refusedAs(decideOn('2026-07-01', byAnother, [submitted]))).toBeUndefined();
    expect(refusedAs(decideOn('2026-07-02', byAnother, [submitted]))).toBe('day_must_not_lie_ahead');
  });

  it('says nothing when repeated and is refused on another day', () => {
    expect(decideOn('2026-05-20', byAnother, [submitted, decided])).toEqual([]);
    expect(refusedAs(decideOn('2026-05-21', byAnother, [submitted, decided]))).toBe('application_must_await_review');
  });

  it('needs an application, and one that nobody has decided on', () => {
    expect(refusedAs(decideOn('2026-05-20', byAnother, []))).toBe('application_must_have_been_submitted');
    for (const before of [returned, declined, approved].filter((event) => event !== decided))
      expect(refusedAs(decideOn('2026-05-20', byAnother, [submitted, before]))).toBe('application_must_await_review');
    expect(refusedAs(decideOn('2026-05-22', byAnother, onTheRegister))).toBe('application_must_await_review');
  });
});

describe('Approving', () => {
  it('says nothing when repeated after the enrolment and is refused on another ground', () => {
    const approve = (basis: 'BRANCH_MEETING' | 'SEALED_PAPER'): Decision =>
      given(...onTheRegister).when(
        { type: 'ApproveApplication', data: { volunteerId, approvedOn: day('2026-05-20'), basis } },
        {},
      );
    expect(approve('BRANCH_MEETING')).toEqual([]);
    expect(refusedAs(approve('SEALED_PAPER'))).toBe('application_must_await_review');
  });
});

describe('Enrolling', () => {
  const enrol = (
    enrolledOn: string,
    past: VolunteerEvent[],
    facts: VolunteerFacts = { volunteerNumber: '2026000001' },
  ): Decision =>
    given(...past).when({ type: 'EnrolVolunteer', data: { volunteerId, enrolledOn: day(enrolledOn) } }, facts);

  it('gives the number, between the approval and today', () => {
    expect(enrol('2026-05-21', [submitted, approved])).toEqual([enrolled]);
    expect(refusedAs(enrol('2026-05-20', [submitted, approved]))).toBeUndefined();
    expect(refusedAs(enrol('2026-05-19', [submitted, approved]))).toBe('enrolment_must_not_precede_approval');
    expect(refusedAs(enrol('2026-07-02', [submitted, approved]))).toBe('day_must_not_lie_ahead');
  });

  it('needs the approval and a number', () => {
    for (const past of [
      [submitted],
      [submitted, returned],
      [submitted, declined],
      [...onTheRegister, withdrew('2026-06-01')],
    ])
      expect(refusedAs(enrol('2026-06-02', past))).toBe('application_must_be_approved');
    expect(refusedAs(enrol('2026-05-21', [submitted, approved], {}))).toBe('volunteer_number_must_be_reserved');
  });

  it('says nothing when repeated and is refused on another day', () => {
    expect(enrol('2026-05-21', onTheRegister)).toEqual([]);
    expect(refusedAs(enrol('2026-05-22', onTheRegister))).toBe('volunteer_is_enrolled_once');
  });

  it('gives back the old number to a person who left and came back', () => {
    const cameBack = [...onTheRegister, withdrew('2026-05-25'), submitted, approved];
    expect(enrol('2026-06-01', cameBack, { volunteerNumber: '2026000099' })).toEqual([
      { type: 'VolunteerEnrolled', data: { ...who, volunteerNumber: '2026000001', enrolledOn: '2026-06-01' } },
    ]);
  });
});

describe('Being enrolled', () => {
  it('holds from the first day to the day of withdrawal, and in every enrolment', () => {
    const again: VolunteerEvent = {
      type: 'VolunteerEnrolled',
      data: { ...who, volunteerNumber: '2026000001', enrolledOn: day('2026-06-10') },
    };
    const volunteer = stateAfter(...onTheRegister, withdrew('2026-05-31'), submitted, approved, again);
    const days = ['2026-05-20', '2026-05-21', '2026-05-31', '2026-06-01', '2026-06-09', '2026-06-10', '2030-01-01'];
    expect(days.map((text) => isEnrolledOn(volunteer, day(text)))).toEqual([
      false,
      true,
      true,
      false,
      false,
      true,
      true,
    ]);
    expect(enrolledSince(volunteer)).toBe('2026-06-10');
  });

  it('holds for nobody who only applied', () => {
    for (const events of [[], [submitted], [submitted, approved]]) {
      expect(isEnrolledOn(stateAfter(...events), day('2026-06-01'))).toBe(false);
      expect(enrolledSince(stateAfter(...events))).toBeUndefined();
    }
  });
});

describe('The state of a volunteer', () => {
  it('is left as it is by an event it does not know or that cannot have happened', () => {
    const before = stateAfter(submitted);
    expect(volunteerDecider.evolve(before, { type: 'SubjectKeyBound', data: {} } as never)).toBe(before);
    expect(stateAfter(approved)).toEqual({ status: 'unknown' });
    expect(stateAfter(submitted, enrolled, chosen(red))).toEqual(before);
  });

  it('follows a change of the kind of participant and forgets none of it at a change of other particulars', () => {
    const change = (data: object): VolunteerEvent => ({
      type: 'ParticularsChanged',
      data: { volunteerId, changedOn: day('2026-06-01'), reason: '转正', ...data },
    });
    const volunteer = stateAfter(submitted, change({ participantKind: 'FULL_MEMBER' }), change({}));
    expect(volunteer).toMatchObject({ status: 'applied', application: { participantKind: 'FULL_MEMBER' } });
  });
});
