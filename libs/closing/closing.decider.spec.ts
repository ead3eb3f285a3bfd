import { describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import type { OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { ClosingCommand } from './closing.commands.js';
import { closingDecider, type Balance, type ClosingFacts } from './closing.decider.js';
import { booksStream, closingEvents, type ClosingEvent } from './closing.events.js';

const organizationId = '00000000-0000-4000-8000-000000000002' as OrganizationId;
const asked = { organizationId, year: 2025 };
const balance: Balance = {
  pack: 'ZJ-2013-37',
  packVersion: 1,
  position: '42',
  volunteers: 3,
  entries: 7,
  activities: 4,
  serviceMinutes: 900 as Minutes,
  bookHash: 'a'.repeat(64),
  breaks: 0,
};
const facts: ClosingFacts = { recordingDueOn: '2026-01-16' as LocalDate, balance, tablesAttested: true };
const act = { ...someAct, today: '2026-01-19' as LocalDate };
const { breaks: _breaks, ...figures } = balance;
const provisional: ClosingEvent = {
  type: 'YearProvisionallyClosed',
  data: { ...asked, ...balance, closedOn: act.today },
};
const closed: ClosingEvent = { type: 'YearClosed', data: { ...asked, ...figures, closedOn: act.today } };
const closeProvisionally: ClosingCommand = { type: 'CloseYearProvisionally', data: asked };
const closeYear: ClosingCommand = { type: 'CloseYear', data: asked };

const when = (past: readonly ClosingEvent[], command: ClosingCommand, known = facts, today = act.today) =>
  specification(closingDecider)(...past).when(command, known, { ...act, today });

describe('closing a year provisionally', () => {
  it('freezes the figures with pack, position and hash', () => {
    expect(when([], closeProvisionally)).toEqual([provisional]);
  });

  it.each([
    ['2026-01-15', 'year_closes_after_the_recording_days'],
    ['2026-01-16', 'year_closes_after_the_recording_days'],
    ['2026-01-17', undefined],
  ])('on %s, the 10th working day being 2026-01-16', (today, refusal) => {
    expect(refusedAs(when([], closeProvisionally, facts, today as LocalDate))).toBe(refusal);
  });

  it('may leave breaks open, says nothing while nothing changed, and something when it did', () => {
    const broken = { ...facts, balance: { ...balance, breaks: 2 } };
    expect(when([], closeProvisionally, broken)).toMatchObject([{ data: { breaks: 2 } }]);
    expect(when([provisional], closeProvisionally)).toEqual([]);
    expect(when([provisional], closeProvisionally, broken)).toMatchObject([{ data: { breaks: 2 } }]);
  });

  it('is over once the year is closed for good', () => {
    expect(refusedAs(when([provisional, closed], closeProvisionally))).toBe('closed_year_stays_closed');
  });
});

describe('closing a year for good', () => {
  it('comes after the provisional close and in balance, and closing twice is closing once', () => {
    expect(refusedAs(when([], closeYear))).toBe('year_must_be_closed_provisionally');
    expect(when([provisional], closeYear)).toEqual([closed]);
    expect(when([provisional, closed], closeYear)).toEqual([]);
  });

  it.each([
    [0, undefined],
    [1, 'trial_balance_must_close'],
  ])('with %i breaks', (breaks, refusal) => {
    expect(refusedAs(when([provisional], closeYear, { ...facts, balance: { ...balance, breaks } }))).toBe(refusal);
  });

  it('waits until the tables were held against the log behind the provisional close', () => {
    expect(refusedAs(when([provisional], closeYear, { ...facts, tablesAttested: false }))).toBe(
      'tables_must_be_attested',
    );
    expect(when([provisional, closed], closeYear, { ...facts, tablesAttested: false })).toEqual([]);
  });

  it('closes the figures that stood then, and no others', () => {
    const other = { ...facts, balance: { ...balance, bookHash: 'b'.repeat(64) } };
    expect(refusedAs(when([provisional], closeYear, other))).toBe('books_changed_since_the_provisional_close');
  });

  it('keeps the words of the decision apart from the figures', () => {
    const decided = when([provisional], { type: 'CloseYear', data: { ...asked, decision: '部务会议' } });
    const codec = new EventCodec(closingEvents);
    const [event] = decided as ClosingEvent[];
    expect(codec.split(event!, booksStream(organizationId, 2025)).clear).not.toHaveProperty('decision');
  });

  it('is not asked of the hours: they follow', () => {
    expect(when([provisional, closed], { type: 'CloseHoursOfBooks', data: asked })).toEqual([]);
  });
});
