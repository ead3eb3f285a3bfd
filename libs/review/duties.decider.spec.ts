import { describe, expect, it } from '@jest/globals';
import { EventCodec } from '#libs/event-store/codec';
import type { MeetingId, OrganizationId, TeamId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import type { DutiesCommand } from './duties.commands.js';
import { dutiesDecider, dutiesOf, type DutiesFacts } from './duties.decider.js';
import { dutiesEvents, dutiesStream, type DutiesEvent, type TenHave } from './duties.events.js';

const teamId = '00000000-0000-4000-8000-000000000002' as TeamId;
const organizationId = '00000000-0000-4000-8000-000000000003' as OrganizationId;
const meetingId = '00000000-0000-4000-8000-000000000004' as MeetingId;
const day = (text: string): LocalDate => text as LocalDate;
const facts: DutiesFacts = {
  organizationId,
  establishedOn: day('2026-02-01'),
  hasPlan: true,
  hasLeaderAndGroups: true,
};

const meet = (heldOn: string, quarter: number, given: object = {}): DutiesCommand => ({
  type: 'RecordQuarterlyMeeting',
  data: { teamId, year: 2026, meetingId, quarter, heldOn: day(heldOn), attendees: 5, summary: '示例', ...given },
});
const check = (present: TenHave[], checkedOn = '2026-06-30'): DutiesCommand => ({
  type: 'CheckTenHaves',
  data: { teamId, year: 2026, checkedOn: day(checkedOn), present },
});
const when = (past: readonly DutiesEvent[], command: DutiesCommand, given = facts) =>
  specification(dutiesDecider)(...past).when(command, given, someAct);
const eventsOf = (past: readonly DutiesEvent[], command: DutiesCommand) =>
  when(past, command) as readonly DutiesEvent[];

describe('a quarterly meeting', () => {
  it.each([
    ['2026-03-31', 1, undefined],
    ['2026-04-01', 1, 'meeting_lies_in_its_quarter'],
    ['2026-04-01', 2, undefined],
    ['2026-06-30', 2, undefined],
    ['2026-07-01', 3, undefined],
    ['2026-07-02', 3, 'day_must_not_lie_ahead'],
    ['2026-02-01', 1, undefined],
    ['2026-01-31', 1, 'team_was_not_there_yet'],
    ['2025-04-01', 2, 'team_was_not_there_yet'],
  ])('held on %s in quarter %i: %s', (heldOn, quarter, refusal) => {
    expect(refusedAs(when([], meet(heldOn, quarter)))).toBe(refusal);
  });

  it('is recorded once; another is another', () => {
    const past = eventsOf([], meet('2026-03-31', 1));
    expect(when(past, meet('2026-03-31', 1))).toEqual([]);
    expect(refusedAs(when(past, meet('2026-03-31', 1, { attendees: 6 })))).toBe('meeting_is_recorded_once');
    expect(refusedAs(when([], meet('2026-03-31', 1), {}))).toBe('duties_need_a_team');
  });
});

describe('the ten-haves', () => {
  it('are kept in the order of the notice; the newest day counts, and a day checked again counts as said last', () => {
    const first = eventsOf([], check(['RECORD_BOOK', 'TEAM_FLAG'], '2026-06-30'));
    expect(first).toMatchObject([{ data: { present: ['TEAM_FLAG', 'RECORD_BOOK'] } }]);
    expect(when(first, check(['TEAM_FLAG', 'RECORD_BOOK'], '2026-06-30'))).toEqual([]);
    const earlier = [...first, ...eventsOf(first, check(['TEAM_FLAG'], '2026-03-01'))];
    const again = [...earlier, ...eventsOf(earlier, check([], '2026-06-30'))];
    const state = (events: readonly DutiesEvent[]) =>
      events.reduce((duties, event) => dutiesDecider.evolve(duties, event as never), dutiesDecider.initial);
    expect(dutiesOf(state([]))).toEqual({ quartersMet: 0 });
    expect(dutiesOf(state(earlier))).toEqual({ quartersMet: 0, tenHaves: 2, tenHavesCheckedOn: '2026-06-30' });
    expect(dutiesOf(state(again))).toEqual({ quartersMet: 0, tenHaves: 0, tenHavesCheckedOn: '2026-06-30' });
  });

  it('claim nothing that the ledger knows to be missing', () => {
    const { hasPlan: _plan, hasLeaderAndGroups: _leader, ...bare } = facts;
    for (const claimed of ['ANNUAL_PLAN', 'LEADER_AND_GROUPS'] as const) {
      expect(refusedAs(when([], check([claimed]), bare))).toBe('ten_have_is_not_in_the_ledger');
      expect(when([], check([claimed]))).toHaveLength(1);
    }
    expect(when([], check(['TEAM_CHARTER']), bare)).toHaveLength(1);
    expect(refusedAs(when([], check([], '2025-12-31')))).toBe('team_was_not_there_yet');
    const { establishedOn: _on, ...older } = facts;
    expect(refusedAs(when([], check([], '2025-12-31'), older))).toBe('check_lies_in_its_year');
  });

  it('decide only what the event definitions accept', () => {
    const codec = new EventCodec(dutiesEvents);
    for (const event of [...eventsOf([], meet('2026-03-31', 1)), ...eventsOf([], check(['TEAM_FLAG']))])
      expect(() => codec.split(event, dutiesStream(teamId, 2026))).not.toThrow();
  });
});
