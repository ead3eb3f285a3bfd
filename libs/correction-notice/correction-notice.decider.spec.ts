import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { HoursEntryId, Id, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import type { GiveCorrectionNotice } from './correction-notice.commands.js';
import { correctionNoticeDecider, type CorrectionNoticeFacts } from './correction-notice.decider.js';
import type { CorrectionNoticeEvent } from './correction-notice.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const organizationId = idOf<OrganizationId>(1);
const act: Act = { ...someAct, today: day('2027-02-10') };
const known: CorrectionNoticeFacts = { finding: { organizationId, foundOn: day('2027-02-05') }, isPaperKnown: true };
const asked: GiveCorrectionNotice = {
  ...{ volunteerId: idOf<VolunteerId>(2), year: 2026, findingId: idOf<HoursEntryId>(3) },
  ...{ paper: 'CERTIFICATE', subjectId: idOf<Id<'paper'>>(2), number: 1 },
  ...{ receiver: 'PERSON', means: 'IN_WRITING', toldOn: day('2027-02-06') },
};
const { year: _year, ...said } = asked;
const given: CorrectionNoticeEvent = { type: 'CorrectionNoticeGiven', data: { ...said, organizationId } };
const when = (change: Partial<GiveCorrectionNotice> = {}, facts = known, ...past: CorrectionNoticeEvent[]) =>
  specification(correctionNoticeDecider)(...past).when(
    { type: 'GiveCorrectionNotice', data: { ...asked, ...change } },
    facts,
    act,
  );

describe('telling who has a paper that it rests on what counts otherwise now', () => {
  it('is written down once for each paper and receiver', () => {
    expect(when()).toEqual([given]);
    expect(when({ toldOn: day('2027-02-07') }, known, given)).toEqual([]);
    expect(when({ receiver: 'OWN_UNIT' }, known, given)).toHaveLength(1);
    expect(when({ number: 2 }, known, given)).toHaveLength(1);
  });

  it.each([
    ['2027-02-04', 'recipient_is_told_after_the_finding'],
    ['2027-02-05', undefined],
    ['2027-02-10', undefined],
    ['2027-02-11', 'day_must_not_lie_ahead'],
  ])('on %s', (toldOn, refusal) => {
    expect(refusedAs(when({ toldOn: day(toldOn) }))).toBe(refusal);
  });

  it('needs the finding and the paper', () => {
    expect(refusedAs(when({}, { isPaperKnown: true }))).toBe('finding_must_be_on_record');
    expect(refusedAs(when({}, { ...known, isPaperKnown: false }))).toBe('paper_must_be_on_record');
  });
});
