import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { AccountId, DisputeId, OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct } from '#libs/kernel/specification';
import { nationalRules } from '#libs/policy/national-rules';
import type { AnswerServiceHoursDispute, DisputeServiceHours } from './dispute.commands.js';
import type { HoursEvent } from './hours.events.js';
import { attester, credited, day, entryId, idOf, recorder, reversed, volunteerId, when } from './hours.examples.js';

const ofDispute = (n = 1) => ({ volunteerId, year: 2026, disputeId: idOf<DisputeId>(200 + n) });
const dispute = (changes: Partial<DisputeServiceHours> = {}) =>
  ({
    type: 'DisputeServiceHours',
    data: { ...ofDispute(), entryId: entryId(1), ground: 'MINUTES_WRONG', statement: '当天只服务了一小时', ...changes },
  }) as const;
const answer = (outcome: AnswerServiceHoursDispute['outcome'] = 'NOT_UPHELD') =>
  ({ type: 'AnswerServiceHoursDispute', data: { ...ofDispute(), outcome, answer: '经核对签到表属实' } }) as const;
const escalate = (reasonCode: 'OVERDUE' | 'APPEAL') =>
  ({ type: 'EscalateServiceHoursDispute', data: { ...ofDispute(), reasonCode } }) as const;

const volunteer: Act = { ...someAct, by: idOf<AccountId>(20), byVolunteer: volunteerId };
const raised = when([credited()], dispute(), volunteer) as HoursEvent[];
const past = [credited(), ...raised];
const on = (today: string): Act => ({ ...someAct, today: day(today) });

describe('disputing an entry (F-27)', () => {
  it('starts the clock of its unit: ten working days', () => {
    expect(raised).toEqual([
      {
        type: 'ServiceHoursDisputed',
        data: {
          ...{ ...dispute().data, organizationId: idOf<OrganizationId>(6), raisedBy: volunteer.by },
          ...{ disputedOn: '2026-07-01', answerDueOn: '2026-07-15', dueProvisional: false },
        },
      },
    ]);
  });

  it('says nothing when repeated; another question under the same id and a second open one are refused', () => {
    expect(when(past, dispute(), volunteer)).toEqual([]);
    expect(refusedAs(when(past, dispute({ ground: 'OTHER' })))).toBe('dispute_is_raised_once');
    expect(refusedAs(when(past, dispute(ofDispute(2))))).toBe('entry_has_one_open_dispute');
  });

  it('of an entry that is missing names the unit; one that is not there cannot be disputed', () => {
    const { entryId: _entry, ...missing } = dispute({ ground: 'MISSING' }).data;
    const asked = { type: 'DisputeServiceHours', data: missing } as const;
    expect(refusedAs(when([], asked))).toBe('missing_entry_names_its_unit');
    expect(when([], { ...asked, data: { ...missing, organizationId: idOf<OrganizationId>(6) } })).toHaveLength(1);
    expect(refusedAs(when([credited()], dispute({ entryId: entryId(9) })))).toBe('disputed_entry_must_be_written');
    expect(refusedAs(when([credited()], dispute({ year: 2025 })))).toBe('hours_belong_to_one_person_and_year');
  });
});

describe('a dispute nobody answers', () => {
  it.each([
    ['2026-07-14', 'answer_must_be_overdue'],
    ['2026-07-15', 'answer_must_be_overdue'],
    ['2026-07-16', undefined],
  ])('goes to the level above on %s', (today, refusal) => {
    expect(refusedAs(when(past, escalate('OVERDUE'), on(today)))).toBe(refusal);
  });

  it('has a new clock there', () => {
    const escalated = when(past, escalate('OVERDUE'), on('2026-07-16')) as HoursEvent[];
    expect(escalated).toMatchObject([
      {
        type: 'ServiceHoursDisputeEscalated',
        data: { organizationId: idOf(11), escalatedOn: '2026-07-16', answerDueOn: '2026-07-30' },
      },
    ]);
    expect(refusedAs(when([...past, ...escalated], escalate('OVERDUE'), on('2026-07-30')))).toBe(
      'answer_must_be_overdue',
    );
    expect(refusedAs(when([...past, ...escalated], escalate('OVERDUE'), on('2026-07-31')))).toBeUndefined();
  });

  it('has no level above the top, and none was raised that is not there', () => {
    const top = { rules: nationalRules };
    expect(refusedAs(when(past, escalate('OVERDUE'), on('2026-07-16'), top))).toBe('dispute_has_no_higher_level');
    expect(refusedAs(when([credited()], escalate('OVERDUE')))).toBe('dispute_must_be_raised');
  });
});

describe('answering a dispute', () => {
  it('is for somebody who neither raised it nor recorded, attested or served the entry', () => {
    expect(when(past, answer())).toMatchObject([
      { type: 'ServiceHoursDisputeAnswered', data: { outcome: 'NOT_UPHELD' } },
    ]);
    for (const account of [volunteer.by, recorder, attester])
      expect(refusedAs(when(past, answer(), { ...someAct, by: account }))).toBe(
        'dispute_is_answered_by_another_person',
      );
    expect(refusedAs(when(past, answer(), { ...someAct, byVolunteer: volunteerId }))).toBe(
      'nobody_decides_on_their_own_hours',
    );
  });

  it.each(['UPHELD', 'PARTLY_UPHELD'] as const)('%s comes after the correction, never before', (outcome) => {
    expect(refusedAs(when(past, answer(outcome)))).toBe('upheld_dispute_needs_a_correction');
    expect(when([...past, reversed], answer(outcome))).toMatchObject([{ data: { outcome } }]);
  });

  it('is given once; against it whoever disputes may appeal to the level above', () => {
    const answered = [...past, ...(when(past, answer()) as HoursEvent[])];
    expect(when(answered, answer())).toEqual([]);
    expect(refusedAs(when(answered, answer('UPHELD')))).toBe('dispute_is_answered_once');
    expect(refusedAs(when(answered, escalate('OVERDUE'), on('2026-08-01')))).toBe('dispute_must_be_open');
    expect(refusedAs(when(answered, escalate('APPEAL')))).toBe('only_who_disputes_appeals');
    const appealed = [...answered, ...(when(answered, escalate('APPEAL'), volunteer) as HoursEvent[])];
    expect(refusedAs(when(appealed, escalate('APPEAL'), volunteer))).toBe('only_an_answer_is_appealed');
    expect(when(appealed, answer())).toMatchObject([{ data: { organizationId: idOf(11) } }]);
  });

  it('that is upheld in full leaves nothing to appeal', () => {
    const upheld = [...past, reversed, ...(when([...past, reversed], answer('UPHELD')) as HoursEvent[])];
    expect(refusedAs(when(upheld, escalate('APPEAL'), volunteer))).toBe('only_an_answer_is_appealed');
  });
});
