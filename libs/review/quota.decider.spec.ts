import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { EventCodec } from '#libs/event-store/codec';
import type { ExemptionId, OrganizationId, TalkId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate } from '#libs/kernel/time';
import { quotaCommands, type ExemptFromQuota, type QuotaCommand, type RecordReminderTalk } from './quota.commands.js';
import { quotaDecider, type QuotaFacts } from './quota.decider.js';
import { quotaEvents, quotaStream, type QuotaEvent } from './quota.events.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const exemptionId = idOf<ExemptionId>(3);
const talkId = idOf<TalkId>(4);
const enrolled: QuotaFacts = { organizationId, isEnrolled: true };
const ownAct = { ...someAct, byVolunteer: volunteerId };

const relief = {
  volunteerId,
  exemptionId,
  effectiveOn: day('2026-03-01'),
  untilOn: day('2026-08-31'),
  exemptionReason: 'LONG_ILLNESS' as const,
};
const exempt = (given: Partial<ExemptFromQuota> = {}): QuotaCommand => ({
  type: 'ExemptFromQuota',
  data: { ...relief, ...given },
});
const exempted: QuotaEvent = { type: 'QuotaExempted', data: { ...relief, organizationId, exemptedOn: someAct.today } };
const end = (endedOn = '2026-06-01'): QuotaCommand => ({
  type: 'EndQuotaExemption',
  data: { volunteerId, exemptionId, endedOn: day(endedOn) },
});
const ended: QuotaEvent = {
  type: 'QuotaExemptionEnded',
  data: { volunteerId, organizationId, exemptionId, endedOn: day('2026-06-01') },
};
const said = {
  volunteerId,
  talkId,
  heldOn: day('2026-07-01'),
  talkForm: 'FACE_TO_FACE' as const,
  year: 2026,
  half: 1,
  talkedBy: '示例书记',
};
const talk = (given: Partial<RecordReminderTalk> = {}): QuotaCommand => ({
  type: 'RecordReminderTalk',
  data: { ...said, ...given },
});
const held: QuotaEvent = { type: 'ReminderTalkHeld', data: { ...said, organizationId, recordedOn: someAct.today } };

const when = (past: readonly QuotaEvent[], command: QuotaCommand, facts = enrolled, act = someAct) =>
  specification(quotaDecider)(...past).when(command, facts, act);
const other = idOf<ExemptionId>(9);

describe('relief from the yearly hours', () => {
  it('is granted for a time, once', () => {
    expect(when([], exempt())).toEqual([exempted]);
    expect(when([exempted], exempt())).toEqual([]);
    expect(refusedAs(when([exempted], exempt({ untilOn: day('2026-09-30') })))).toBe('exemption_is_written_once');
  });

  it('is not granted to oneself, nor to somebody who is not enrolled', () => {
    expect(refusedAs(when([], exempt(), enrolled, ownAct))).toBe('nobody_exempts_themselves');
    expect(refusedAs(when([exempted], end(), enrolled, ownAct))).toBe('nobody_exempts_themselves');
    expect(refusedAs(when([], exempt(), { isEnrolled: false }))).toBe('quota_concerns_the_enrolled_only');
    expect(refusedAs(when([], exempt(), { organizationId, isEnrolled: false }))).toBe(
      'quota_concerns_the_enrolled_only',
    );
  });

  it.each([
    ['2026-02-28', 'end_must_not_precede_beginning'],
    ['2026-03-01', undefined],
    ['2026-03-02', undefined],
  ])('from 1 March to %s', (untilOn, refusal) => {
    expect(refusedAs(when([], exempt({ untilOn: day(untilOn) })))).toBe(refusal);
  });

  it.each([
    ['2026-01-01', '2026-02-28', undefined],
    ['2026-01-01', '2026-03-01', 'exemptions_must_not_overlap'],
    ['2026-04-01', '2026-04-30', 'exemptions_must_not_overlap'],
    ['2026-08-31', undefined, 'exemptions_must_not_overlap'],
    ['2026-09-01', undefined, undefined],
    ['2025-01-01', undefined, 'exemptions_must_not_overlap'],
  ])('beside one from 1 March to 31 August: from %s to %s', (effectiveOn, untilOn, refusal) => {
    const asked = { exemptionId: other, effectiveOn: day(effectiveOn) };
    const command = exempt({
      ...asked,
      untilOn: untilOn === undefined ? undefined : day(untilOn),
    } as Partial<ExemptFromQuota>);
    expect(refusedAs(when([exempted], command))).toBe(refusal);
  });

  it.each([
    ['2026-05-31', 'exemptions_must_not_overlap'],
    ['2026-06-01', undefined],
  ])('beside one ended on 1 June: from %s', (effectiveOn, refusal) => {
    expect(refusedAs(when([exempted, ended], exempt({ exemptionId: other, effectiveOn: day(effectiveOn) })))).toBe(
      refusal,
    );
  });

  it.each([
    ['2026-02-28', 'end_must_not_precede_beginning'],
    ['2026-03-01', undefined],
    ['2026-06-01', undefined],
  ])('is ended on %s', (endedOn, refusal) => {
    expect(refusedAs(when([exempted], end(endedOn)))).toBe(refusal);
  });

  it('is ended once, and only where it is', () => {
    expect(when([exempted], end())).toEqual([ended]);
    expect(when([exempted, ended], end())).toEqual([]);
    expect(refusedAs(when([exempted, ended], end('2026-06-02')))).toBe('exemption_is_ended_once');
    expect(refusedAs(when([], end()))).toBe('exemption_must_be_there');
  });
});

describe('a reminder talk', () => {
  it('is written down once, by the one who held it', () => {
    expect(when([], talk())).toEqual([held]);
    expect(when([held], talk())).toEqual([]);
    expect(refusedAs(when([held], talk({ heldOn: day('2026-06-30') })))).toBe('talk_is_written_once');
    expect(refusedAs(when([], talk(), enrolled, ownAct))).toBe('nobody_reminds_themselves');
  });

  it.each([
    ['2026-06-30', undefined],
    ['2026-07-01', undefined],
    ['2026-07-02', 'day_must_not_lie_ahead'],
  ])('held on %s, written on 1 July', (heldOn, refusal) => {
    expect(refusedAs(when([], talk({ heldOn: day(heldOn) })))).toBe(refusal);
  });

  it('is not for who left or died, nor for the exempted of its day (F-17, F-18, F-20)', () => {
    expect(refusedAs(when([], talk(), { organizationId, isEnrolled: false }))).toBe('quota_concerns_the_enrolled_only');
    expect(refusedAs(when([exempted], talk()))).toBe('exempted_are_not_reminded');
    expect(when([exempted, ended], talk())).toEqual([held]);
    expect(when([exempted], talk({ heldOn: day('2026-02-28') }))).toHaveLength(1);
  });
});

describe('folding', () => {
  it('decides only what the event definitions accept, with the reason and the words of a talk closed', () => {
    const codec = new EventCodec(quotaEvents);
    for (const [decided, open] of [
      [exempted, ['exemptionReason']],
      [ended, []],
      [held, ['talkedBy']],
    ] as const) {
      const { clear, personal } = codec.split(decided, quotaStream(volunteerId));
      expect(Object.keys(clear).filter((name) => (open as readonly string[]).includes(name))).toEqual([]);
      expect(personal.flatMap(({ fields }) => Object.keys(fields))).toEqual(open);
    }
  });

  it('leaves the state alone at what it does not know', () => {
    const later = { type: 'QuotaRaised', data: {} } as unknown as QuotaEvent;
    expect(when([later, ended], exempt())).toEqual([exempted]);
  });
});

describe('what is asked', () => {
  it('in full, and nothing of it left out', () => {
    const commands = [exempt({ note: '示例' }), end(), talk({ note: '示例', reply: '示例' })];
    for (const { type, data } of commands) {
      const faults = (given: object): string[] =>
        validateSync(Object.assign(new quotaCommands[type](), given)).map(({ property }) => property);
      expect(faults(data)).toEqual([]);
      const optional = ['untilOn', 'note', 'reply'];
      expect(faults({}).sort()).toEqual(
        Object.keys(data)
          .filter((field) => !optional.includes(field))
          .sort(),
      );
    }
  });
});
