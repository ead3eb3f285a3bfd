import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { VolunteerId } from '#libs/kernel/ids';
import { BranchStory } from '../support/branch-story.js';

const jpeg = (text: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(text)]);

describe('an activity: asked about, planned, insured, proved, held or called off', () => {
  let story: BranchStory;
  let [one, two]: [VolunteerId, VolunteerId] = ['', ''] as never;
  const plan = async (given: object = {}, expected = 201): Promise<{ id: string; body: Record<string, string> }> => {
    const id = randomUUID();
    const { body } = await story.say(
      'RECORDER',
      '/api/activities',
      {
        ...{
          activityId: id,
          organizationId: story.branch,
          teamIds: [story.team],
          title: '清洁家园',
          place: '江滨公园',
        },
        ...{ content: '捡拾垃圾', responsiblePerson: '示例队长', nature: 'VOLUNTEER_SERVICE' },
        ...given,
      },
      expected,
    );
    return { id, body: body as Record<string, string> };
  };
  const span = (heldOn: string) => ({ sessionId: randomUUID(), heldOn, startsAt: '09:00', endsAt: '11:00' });
  const line = (volunteerId: VolunteerId) => ({
    ...{ volunteerId, entryId: randomUUID(), teamId: story.team },
    ...{ startsAt: '09:00', endsAt: '11:00', serviceMinutes: 120 },
  });
  const upload = async (activity: string, content: Buffer, type = 'image/jpeg') =>
    (await story.as('RECORDER')).post(`/api/activities/${activity}/evidence-files`, content, type);
  /** Hands in a file and names it as evidence; answers its id. */
  const prove = async (activity: string, content: Buffer, evidenceKind: string): Promise<string> => {
    const { sha256 } = (await upload(activity, content)).body as { sha256: string };
    const evidenceId = randomUUID();
    await story.say('RECORDER', `/api/activities/${activity}/evidence`, { evidenceId, evidenceKind, sha256 });
    return evidenceId;
  };

  beforeAll(async () => {
    story = await BranchStory.open();
    one = await story.enrol('丁𠮷安', '2026-01-06');
    two = await story.enrol('示例员乙', '2026-01-06');
    await story.day('2026-03-05');
  }, 60_000);
  afterAll(() => story.close());

  it('F-28, F-29, F-30: a meeting, own duty in working time and paid work are refused, with the clause', async () => {
    const refused = async (given: object) => (await plan(given, 409)).body;
    expect(await refused({ nature: 'MEETING' })).toMatchObject({ refusal: 'only_volunteer_service_is_recorded' });
    expect((await refused({ nature: 'VISIT' }))['detail']).toContain('第67号第十九条');
    expect(await refused({ isInWorkingTime: true, isOwnDuty: true })).toMatchObject({
      refusal: 'own_duty_in_working_time_is_not_volunteering',
    });
    expect(await refused({ isPaid: true })).toMatchObject({ refusal: 'paid_service_is_not_volunteering' });
    expect((await story.ask('/api/activities')).items).toEqual([]);
  });

  it('is not held while it is dangerous and nobody is insured', async () => {
    const { id } = await plan({
      isDangerous: true,
      carrier: 'CIVILIZED_CITY',
      carrierKind: 'TRAFFIC',
      venueKind: 'SQUARE',
    });
    const session = span('2026-03-05');
    expect(await story.refused('RECORDER', `/api/activities/${id}/sessions`, session)).toBe(
      'activity_is_insured_before_it_is_held',
    );
    const insurance = { insuredOn: '2026-03-04', insuranceReference: 'PICC-2026-1' };
    await story.say('RECORDER', `/api/activities/${id}/insurance`, insurance);
    await story.say('RECORDER', `/api/activities/${id}/sessions`, session);
    expect(await story.ask(`/api/activities/${id}`)).toMatchObject({
      ...{ isDangerous: true, insuredOn: '2026-03-04', carrier: 'CIVILIZED_CITY', carrierKind: 'TRAFFIC' },
      ...{ venueKind: 'SQUARE', nature: 'VOLUNTEER_SERVICE' },
    });
  });

  it('F-33: rained off, it counts for nothing and the plan shows it', async () => {
    const years = `/api/teams/${story.team}/years/2026`;
    const lines = [randomUUID(), randomUUID(), randomUUID()];
    for (const [index, planLineId] of lines.entries())
      await story.say('RECORDER', `${years}/plan`, { planLineId, month: index + 3, title: `计划${index + 1}` });
    const [held, cancelled] = [await plan(), await plan()];
    for (const [{ id }, planLineId] of [
      [held, lines[0]],
      [cancelled, lines[1]],
    ] as const)
      await story.say('RECORDER', `/api/activities/${id}/plan-lines`, { teamId: story.team, year: 2026, planLineId });
    const foreign = { teamId: story.team, year: 2026, planLineId: randomUUID() };
    expect(await story.refused('RECORDER', `/api/activities/${held.id}/plan-lines`, foreign)).toBe(
      'plan_line_must_stand_in_the_annual_plan',
    );
    await story.say('RECORDER', `/api/activities/${held.id}/sessions`, span('2026-03-05'));
    await story.say('RECORDER', `/api/activities/${cancelled.id}/cancellation`, { reason: '暴雨' });
    expect(await story.refused('RECORDER', `/api/activities/${cancelled.id}/sessions`, span('2026-03-05'))).toBe(
      'activity_must_not_be_cancelled',
    );
    expect((await story.ask(`${years}/plan`)).items.map(({ state }) => state)).toEqual([
      'held',
      'cancelled',
      'planned',
    ]);
    expect(await story.ask(`${years}/plan/figures`)).toMatchObject({ held: 1, cancelled: 1, planned: 1, dropped: 0 });
    const book = (await story.ask(`${years}/record-book`)).items.map(({ activityId }) => activityId);
    expect(book).toContain(held.id);
    expect(book).not.toContain(cancelled.id);
  });

  it('F-06: a batch rests on its sign-in sheet, which anybody in scope can take out and read', async () => {
    const { id } = await plan();
    const session = span('2026-03-05');
    await story.say('RECORDER', `/api/activities/${id}/sessions`, session);
    const path = `/api/activities/${id}/sessions/${session.sessionId}/attendances`;
    const sheet = { provenance: 'WITNESSED', attendances: [line(one), line(two)] };
    expect(await story.refused('RECORDER', path, sheet)).toBe('batch_rests_on_its_sign_in_sheet');
    expect(await story.refused('RECORDER', path, { ...sheet, sheetId: randomUUID() })).toBe(
      'sign_in_sheet_must_be_kept_as_evidence',
    );
    const content = jpeg('签到表');
    const sheetId = await prove(id, content, 'SIGN_IN_SHEET');
    await story.say('RECORDER', path, { ...sheet, sheetId });
    const { items } = await story.ask(`/api/activities/${id}/attendances`);
    expect(items).toMatchObject([
      { sheetId, provenance: 'WITNESSED', recordedOn: '2026-03-05' },
      { sheetId, provenance: 'WITNESSED' },
    ]);
    const file = await (
      await story.as('CITY_OFFICE')
    )
      .get(`/api/activities/${id}/evidence/${sheetId}/file`)
      .expect(200);
    expect(file.headers).toMatchObject({ 'content-type': 'image/jpeg', 'content-disposition': 'attachment' });
    expect(Buffer.compare(file.body as Buffer, content)).toBe(0);
    const stranger = await story.api.person([{ role: 'AUDITOR', organizationId: randomUUID() as never }]);
    await stranger.get(`/api/activities/${id}/evidence/${sheetId}/file`).expect(404);
  });

  it('F-31: a photo shown for two activities is flagged, and a file that is no photo is not taken', async () => {
    const [first, second] = [await plan(), await plan()];
    const photo = jpeg('同一张照片');
    await prove(first.id, photo, 'PHOTO');
    expect((await story.ask('/api/evidence?reused=true')).items).toEqual([]);
    await prove(second.id, photo, 'PHOTO');
    const reused = (await story.ask('/api/evidence?reused=true')).items;
    expect(new Set(reused.map(({ activityId }) => activityId))).toEqual(new Set([first.id, second.id]));
    expect(reused.every(({ usedElsewhere }) => usedElsewhere === 1)).toBe(true);
    expect((await upload(first.id, Buffer.from('<html>'))).status).toBe(415);
    expect((await upload(first.id, Buffer.from('<html>'), 'text/html')).status).toBe(415);
    const unknown = { evidenceId: randomUUID(), evidenceKind: 'PHOTO', sha256: '0'.repeat(64) };
    expect(await story.refused('RECORDER', `/api/activities/${first.id}/evidence`, unknown)).toBe(
      'evidence_file_must_be_stored',
    );
    expect(
      (await (await story.as('RECORDER')).post(`/api/activities/${first.id}/evidence`, photo, 'image/jpeg')).status,
    ).toBe(415);
  });

  it('F-42: a photo of a minor needs the consent of the guardian', async () => {
    const { id } = await plan();
    const { sha256 } = (await upload(id, jpeg('课堂'))).body as { sha256: string };
    const photo = { evidenceId: randomUUID(), evidenceKind: 'PHOTO', sha256, showsMinor: true };
    const path = `/api/activities/${id}/evidence`;
    expect(await story.refused('RECORDER', path, photo)).toBe('photo_of_a_minor_needs_guardian_consent');
    await story.say('RECORDER', path, { ...photo, hasGuardianConsent: true });
    expect((await story.ask(path)).items).toMatchObject([{ showsMinor: true, sha256 }]);
  });

  it('F-35: an emergency is written down weeks later, with its reason and the word of its command body', async () => {
    await story.day('2026-04-20');
    const [calm, flood] = [await plan(), await plan({ isEmergency: true, title: '防汛值守' })];
    const record = async (id: string) => {
      const session = span('2026-03-10');
      await story.say('RECORDER', `/api/activities/${id}/sessions`, session);
      const path = `/api/activities/${id}/sessions/${session.sessionId}`;
      return { path, sheet: { provenance: 'WITNESSED', lateReasonCode: 'EMERGENCY', attendances: [line(one)] } };
    };
    const ordinary = await record(calm.id);
    expect(await story.refused('RECORDER', `${ordinary.path}/attendances`, ordinary.sheet)).toBe(
      'emergency_reason_needs_an_emergency_activity',
    );
    const { path, sheet } = await record(flood.id);
    await story.say('RECORDER', `${path}/attendances`, sheet);
    expect(await story.refused('TEAM_LEADER', `${path}/attestation`, {})).toBe(
      'emergency_must_be_confirmed_by_its_command_body',
    );
    await prove(flood.id, jpeg('防汛指挥部证明'), 'COMMAND_BODY_CONFIRMATION');
    await story.say('TEAM_LEADER', `${path}/attestation`, {});
    expect((await story.ask(`/api/activities/${flood.id}/attendances`)).items).toMatchObject([
      { lateReasonCode: 'EMERGENCY', servedOn: '2026-03-10', recordedOn: '2026-04-20' },
    ]);
  });

  it('F-22: keeps the name that the unit had on its day', async () => {
    const heldOnDay = async (on: string) => {
      await story.day(on);
      const { id } = await plan();
      await story.say('RECORDER', `/api/activities/${id}/sessions`, span(on));
      return id;
    };
    const before = await heldOnDay('2026-05-06');
    const renamed = { renamedOn: '2026-05-07', name: '示例新党支部', unitName: '示例中心' };
    await story.day('2026-05-07');
    await story.say('CITY_OFFICE', `/api/organizations/${story.branch}/names`, renamed);
    const after = await heldOnDay('2026-05-07');
    expect(await story.ask(`/api/activities/${before}`)).toMatchObject({ organizationName: '示例中心党支部' });
    expect(await story.ask(`/api/activities/${after}`)).toMatchObject({ organizationName: '示例新党支部' });
  });
});
