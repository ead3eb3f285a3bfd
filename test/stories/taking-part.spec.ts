import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory } from '../support/branch-story.js';

describe('who takes part, who is behind, and of whom nothing is asked', () => {
  let story: BranchStory;
  let active: VolunteerId;
  let behind: VolunteerId;
  let ill: VolunteerId;
  let retired: VolunteerId;
  const exemption = randomUUID();
  const idsOf = (answer: { readonly items: readonly Readonly<Record<string, unknown>>[] }): unknown[] =>
    answer.items.map((item) => item['volunteerId']);

  beforeAll(async () => {
    story = await BranchStory.open();
    active = await story.enrol('丁𠮷安', '2026-01-06');
    behind = await story.enrol('示例员乙', '2026-01-06');
    ill = await story.enrol('示例员丙', '2026-01-06');
    retired = await story.enrol('示例员丁', '2026-01-06');
    for (const on of ['2026-03-05', '2026-03-12', '2026-03-19']) await story.serve(on, 480, active);
    await story.serve('2026-06-20', 60, active, behind);
    await story.serve('2026-06-21', 60, active, behind);
  }, 60_000);
  afterAll(() => story.close());

  it('F-17: the seriously ill are exempted by another person, and stand on no shortfall list while it lasts', async () => {
    await story.day('2026-06-30');
    const path = `/api/volunteers/${ill}/exemptions`;
    const asked = { exemptionId: exemption, effectiveOn: '2026-06-01', exemptionReason: 'LONG_ILLNESS', note: '住院' };
    await story.say('RECORDER', path, asked, 403);
    await story.say('APPROVER', path, asked);
    expect(idsOf(await story.ask('/api/shortfall?on=2026-05-31'))).toEqual(
      expect.arrayContaining([behind, ill, retired]),
    );
    expect(idsOf(await story.ask('/api/shortfall'))).not.toContain(ill);
    const exempted = await story.ask('/api/exemptions');
    expect(exempted.items).toEqual([
      {
        ...{ exemptionId: exemption, volunteerId: ill, name: '示例员丙', volunteerNumber: expect.any(String) },
        ...{ from: '2026-06-01', until: null },
      },
    ]);
    expect(JSON.stringify(exempted)).not.toContain('LONG_ILLNESS');
  });

  it('F-16: who retired stays enrolled and may be exempted; hours already given stay', async () => {
    await story.serve('2026-06-29', 30, retired);
    await story.day('2026-06-30');
    await story.say('APPROVER', `/api/volunteers/${retired}/exemptions`, {
      exemptionId: randomUUID(),
      effectiveOn: '2026-06-30',
      exemptionReason: 'OLD_AGE',
    });
    expect(idsOf(await story.ask('/api/shortfall'))).toEqual([behind]);
    expect(await story.ask(`/api/volunteers/${retired}/pace`)).toMatchObject({ reached: 30 });
    await story.serve('2026-07-01', 30, retired);
    expect(await story.ask(`/api/volunteers/${retired}/pace`)).toMatchObject({ reached: 60, target: 1_440 });
  });

  it('a reminder talk is suggested by a question, decided and recorded by a person, and never for the exempted', async () => {
    await story.day('2026-07-02');
    const due = '/api/reminders/2026?half=1&isTalkDue=true';
    expect((await story.ask(due)).items).toMatchObject([
      { volunteerId: behind, because: 'BELOW_THRESHOLD', minutesOfYear: 120, talkedOn: null },
    ]);
    const talk = {
      talkId: randomUUID(),
      heldOn: '2026-07-02',
      talkForm: 'FACE_TO_FACE',
      year: 2026,
      half: 1,
      talkedBy: '示例书记',
      reply: '下半年补上',
    };
    expect(await story.refused('APPROVER', `/api/volunteers/${ill}/reminder-talks`, talk)).toBe(
      'exempted_are_not_reminded',
    );
    await story.say('APPROVER', `/api/volunteers/${behind}/reminder-talks`, talk);
    expect((await story.ask(due)).items).toEqual([]);
    expect((await story.ask('/api/reminders/2026?half=1')).items).toMatchObject([
      { volunteerId: behind, talkedOn: '2026-07-02' },
    ]);
    await story.say('CITY_OFFICE', `/api/volunteers/${behind}/withdrawal`, { withdrawnOn: '2026-07-02' });
    const later = { ...talk, talkId: randomUUID() };
    expect(await story.refused('APPROVER', `/api/volunteers/${behind}/reminder-talks`, later)).toBe(
      'quota_concerns_the_enrolled_only',
    );
  });

  it('F-40: what lies in the last ten days of June is shown beside the whole half-year, with its entries', async () => {
    const spike = await story.ask('/api/spikes/2026?month=6');
    expect(spike).toMatchObject({
      lastTenDays: { serviceMinutes: 150, entries: 3, declaredMinutes: 0, lateMinutes: 0, targetsReached: 0 },
      wholeYear: { serviceMinutes: 1_710, entries: 8, targetsReached: 1 },
    });
    const entries = await story.ask('/api/spikes/2026/entries?month=6');
    expect(entries.items.map(({ serviceMinutes }) => serviceMinutes)).toEqual([60, 60, 30]);
    expect(entries.items.every(({ volunteerName }) => typeof volunteerName === 'string')).toBe(true);
  });

  it('relief ends, and the person is asked again from that day', async () => {
    await story.day('2026-07-03');
    await story.say('APPROVER', `/api/volunteers/${ill}/exemptions/${exemption}/end`, { endedOn: '2026-07-03' });
    expect(idsOf(await story.ask('/api/shortfall'))).toEqual([ill]);
    expect(idsOf(await story.ask('/api/shortfall?on=2026-07-02'))).toEqual([]);
    expect(await story.ask(`/api/teams/${story.team}/pace`)).toMatchObject({ target: 10, reached: 2 });
  });
});
