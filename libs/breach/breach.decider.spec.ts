import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import type { BreachCommand, RecordBreach } from './breach.commands.js';
import { breachDecider, type BreachFacts } from './breach.decider.js';
import type { BreachEvent, BreachId, ExportId } from './breach.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const act: Act = { ...someAct, today: day('2026-07-10') };
const [breachId, organizationId, exportId] = [idOf<BreachId>(1), idOf<OrganizationId>(2), idOf<ExportId>(3)];
const [sara, peter] = [idOf<VolunteerId>(11), idOf<VolunteerId>(12)];

const asked: RecordBreach = {
  ...{ breachId, organizationId, breachKind: 'LEAKED', cause: 'POSTED_IN_A_GROUP', groups: ['contact', 'contact'] },
  ...{ exportId, foundOn: day('2026-07-08'), circumstances: '花名册误发到群里' },
};
const what = { breachKind: 'LEAKED', groups: ['contact' as const] } as const;
const recorded: BreachEvent = {
  type: 'BreachRecorded',
  data: {
    ...{ breachId, organizationId, breachKind: 'LEAKED', groups: ['contact'], cause: 'POSTED_IN_A_GROUP', exportId },
    ...{ people: 2, foundOn: day('2026-07-08'), recordedOn: act.today, circumstances: '花名册误发到群里' },
  },
};
const notified = (volunteerId: VolunteerId): BreachEvent => ({
  type: 'BreachPersonNotified',
  data: { breachId, organizationId, ...what, groups: [...what.groups], volunteerId, notifiedOn: act.today },
});
const when = (command: BreachCommand, facts: BreachFacts = {}, ...past: BreachEvent[]) =>
  specification(breachDecider)(...past).when(command, facts, act);
const record = (change: Partial<RecordBreach> = {}, facts: BreachFacts = { peopleOnExport: 2 }, ...past: BreachEvent[]) =>
  when({ type: 'RecordBreach', data: { ...asked, ...change } }, facts, ...past);

describe('a breach of personal data', () => {
  it('is recorded once, with as many people as stand on the export', () => {
    expect(record()).toEqual([recorded]);
    expect(record({}, { peopleOnExport: 2 }, recorded)).toEqual([]);
    expect(refusedAs(record({ breachKind: 'LOST' }, { peopleOnExport: 2 }, recorded))).toBe('breach_is_recorded_once');
    expect(refusedAs(record({}, {}))).toBe('breached_export_must_be_on_record');
  });

  it('that is of no export says itself how many it concerns', () => {
    const { exportId: _exportId, ...without } = asked;
    const of = (people?: number): BreachCommand => ({
      type: 'RecordBreach',
      data: people === undefined ? without : { ...without, people },
    });
    expect(refusedAs(when(of()))).toBe('breach_says_how_many_people');
    expect(when(of(30))).toMatchObject([{ data: { people: 30 } }]);
  });

  it.each([
    ['2026-07-10', undefined],
    ['2026-07-11', 'day_must_not_lie_ahead'],
  ])('found on %s', (foundOn, refusal) => {
    expect(refusedAs(record({ foundOn: day(foundOn) }))).toBe(refusal);
  });

  it.each([
    ['2026-07-07', 'breach_is_answered_after_it_was_found'],
    ['2026-07-08', undefined],
    ['2026-07-11', 'day_must_not_lie_ahead'],
  ])('remedied and reported on %s', (on, refusal) => {
    const remedy: BreachCommand = { type: 'NoteBreachRemedy', data: { breachId, remedy: 'RECALLED', doneOn: day(on) } };
    const report: BreachCommand = {
      type: 'ReportBreach',
      data: { breachId, authority: 'CYBERSPACE_OFFICE', reportedOn: day(on) },
    };
    for (const command of [remedy, report]) {
      expect(refusedAs(when(command, {}, recorded))).toBe(refusal);
      expect(refusedAs(when(command))).toBe('breach_must_be_recorded');
    }
  });

  it('is told to each person once, and to nobody whom it does not concern', () => {
    const tell = (volunteerIds: VolunteerId[], concerned: VolunteerId[], ...past: BreachEvent[]) =>
      when({ type: 'NotifyBreachPersons', data: { breachId, volunteerIds } }, { concerned: new Set(concerned) }, ...past);
    expect(tell([sara, peter, sara], [sara, peter], recorded)).toEqual([notified(sara), notified(peter)]);
    expect(tell([sara, peter], [sara, peter], recorded, notified(sara))).toEqual([notified(peter)]);
    expect(refusedAs(tell([sara, peter], [sara], recorded))).toBe('notified_must_be_concerned');
    expect(refusedAs(tell([sara], [sara]))).toBe('breach_must_be_recorded');
  });
});
