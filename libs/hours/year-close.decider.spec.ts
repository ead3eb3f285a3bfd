import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Act } from '#libs/kernel/decider';
import type { HoursEntryId, OrganizationId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { hoursDecider } from './hours.decider.js';
import type { HoursEvent } from './hours.events.js';
import { conflicted, credit, credited, entryId, facts, folded, idOf, reversed, volunteerId } from './hours.examples.js';
import { carriedMinutesOf, creditedMinutes, yearCloseOf } from './hours.state.js';
import type { YearCloseCommand } from './year-close.commands.js';
import type { AdjustedEntry } from './year-close.facts.js';
import type { YearCloseEvent } from './year-close.events.js';

type Past = readonly (HoursEvent | YearCloseEvent)[];
const newYear: Act = { ...someAct, today: '2027-01-20' as LocalDate };
const organizationId = idOf<OrganizationId>(6);
const when = (past: Past, command: YearCloseCommand, adjusted?: AdjustedEntry | 'year_is_open', act = newYear) =>
  specification(hoursDecider)(...past).when(command, { ...facts, adjusted }, act);
const state = (...past: Past) => past.reduce(hoursDecider.evolve, hoursDecider.initial);

const close: YearCloseCommand = { type: 'CloseHoursYear', data: { volunteerId, year: 2026, organizationId } };
const closed: YearCloseEvent = {
  type: 'HoursYearClosed',
  data: {
    volunteerId,
    year: 2026,
    organizationId,
    serviceMinutes: 120 as Minutes,
    entries: 1,
    carriedMinutes: 0 as Minutes,
    adjustmentMinutes: 0,
    closedOn: newYear.today,
  },
};
const carried = {
  volunteerId,
  year: 2027,
  carriedMinutes: 120 as Minutes,
  closedRevision: 3,
  closedHash: `${'A'.repeat(43)}=`,
};
const open: YearCloseCommand = { type: 'OpenHoursYear', data: carried };
const opened: YearCloseEvent = {
  type: 'HoursYearOpened',
  data: { ...carried, closedYear: 2026, openedOn: newYear.today },
};
const adjust = (minutesAfter: number, n = 1): YearCloseCommand => ({
  type: 'AdjustPriorYear',
  data: {
    volunteerId,
    adjustsYear: 2026,
    entryId: entryId(1),
    adjustmentId: idOf<HoursEntryId>(300 + n),
    minutesAfter: minutesAfter as Minutes,
    reasonCode: 'FALSE_CLAIM',
    reason: '经查未到场',
  },
});
const known: AdjustedEntry = { entry: credited().data, minutesNow: 120 as Minutes, openYear: 2027 };

describe('the end of a person’s year', () => {
  it('says what the year came to, and nothing the second time', () => {
    expect(when([credited()], close)).toEqual([closed]);
    expect(when([credited(), closed], close)).toEqual([]);
  });

  it.each([
    ['2026-12-31', 'year_must_be_over'],
    ['2027-01-01', undefined],
    ['2027-01-02', undefined],
  ])('on %s', (today, refusal) => {
    const act = { ...newYear, today: today as LocalDate };
    expect(refusedAs(when([credited()], close, undefined, act))).toBe(refusal);
  });

  it('waits for what is not decided', () => {
    expect(refusedAs(when([credited(), conflicted], close))).toBe('year_closes_with_settled_entries');
  });

  it('takes nothing more', () => {
    const late = specification(hoursDecider)(credited(), closed).when(credit({ entryId: entryId(2) }), facts, newYear);
    expect(refusedAs(late)).toBe('year_is_closed');
  });

  it('leads into the next, once', () => {
    expect(when([], open)).toEqual([opened]);
    expect(when([opened], open)).toEqual([]);
    expect(carriedMinutesOf(state(opened))).toBe(120);
  });
});

describe('what is found after the close', () => {
  it('is posted in the open year, pointing at the old entry; the year’s own minutes do not change', () => {
    const decided = when([opened], adjust(0), known) as YearCloseEvent[];
    expect(decided).toMatchObject([
      { type: 'PriorYearAdjusted', data: { year: 2027, adjustsYear: 2026, minutesBefore: 120, minutesAfter: 0 } },
    ]);
    const after = state(opened, ...decided);
    expect(creditedMinutes(after)).toBe(0);
    expect(carriedMinutesOf(after)).toBe(0);
    expect(when([opened, ...decided], adjust(0), known)).toEqual([]);
    expect(refusedAs(when([opened, ...decided], adjust(60), known))).toBe('adjustment_is_written_once');
  });

  it.each<[string, AdjustedEntry | 'year_is_open' | undefined, number, string]>([
    ['is still open', 'year_is_open', 0, 'prior_year_must_be_closed'],
    ['has no such entry', undefined, 0, 'entry_must_be_in_the_closed_year'],
    ['comes to the same', known, 120, 'adjustment_must_change_something'],
  ])('is refused where the year %s', (_what, adjusted, minutes, refusal) => {
    expect(refusedAs(when([opened], adjust(minutes), adjusted))).toBe(refusal);
  });

  it('is not decided by the person it is about', () => {
    const own = { ...newYear, byVolunteer: volunteerId };
    expect(refusedAs(when([opened], adjust(0), known, own))).toBe('nobody_decides_on_their_own_hours');
  });
});

describe('whatever happened in the year', () => {
  it('is carried to the minute, however often the year is closed', () => {
    const anyPast = fc.array(fc.tuple(fc.integer({ min: 1, max: 120 }), fc.boolean()), { maxLength: 8 });
    fc.assert(
      fc.property(anyPast, (services) => {
        const past = services.flatMap(([minutes, isReversed], n): HoursEvent[] => {
          const changes = { entryId: entryId(n), serviceMinutes: minutes as Minutes };
          const taken = { ...reversed, data: { ...reversed.data, entryId: entryId(n) } };
          return [credited(changes), ...(isReversed ? [taken] : [])];
        });
        const once = when(past, close) as YearCloseEvent[];
        const whole = [...past, ...once];
        expect(when(whole, close)).toEqual([]);
        expect(yearCloseOf(state(...whole)).closed?.serviceMinutes).toBe(creditedMinutes(folded(...past)));
        expect(carriedMinutesOf(state(...whole))).toBe(creditedMinutes(folded(...past)));
      }),
    );
  });
});
