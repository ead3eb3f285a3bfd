import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { Accounts } from '#libs/access/accounts';
import { noteDisclosure, readDisclosures, readExports } from '#libs/access/disclosures';
import { annex2Document } from '#libs/books/annexes';
import { volunteerHistory } from '#libs/books/history';
import { personalData } from '#libs/books/personal-data';
import { evidenceOfPerson, privacyState } from '#libs/counter/erasure.desk';
import { Refused } from '#libs/event-store/ledger';
import { annex2Html } from '#libs/forms/annex-2';
import type { VolunteerId } from '#libs/kernel/ids';
import { day, ErasureBench, wordsOf } from '../../test/support/erasure-bench.js';
import { Eraser, erasureSteps, type ErasureStep } from './eraser.js';
import { restoreKeys, takeKeyBackup } from './key-backup.js';
import { openSealing } from './sealing.js';

let bench: ErasureBench;
const all = ['identity', 'contact', 'sensitive', 'photo', 'free'];

beforeAll(async () => {
  bench = await ErasureBench.open();
  const { name: displayName, volunteerId } = bench.gone;
  const account = { login: 'yan', displayName, password: '一个足够长的口令 2026', volunteerId };
  await new Accounts(bench.house.main).create(account);
}, 180_000);
afterAll(() => bench.close(), 180_000);

describe('personal data in clear', () => {
  it('is noted with its purpose before it is shown, and the person can read who looked', async () => {
    const asking = {
      by: bench.filer.accountId,
      at: new Date(),
      organizationId: bench.top,
      groups: ['identity', 'contact'] as const,
      purpose: 'CONTACT' as const,
    };
    const shown = await personalData(bench.house, { ...asking, volunteerId: bench.gone.volunteerId });
    expect(shown).toMatchObject({ name: bench.gone.name, idNumber: bench.gone.idNumber, mobiles: [bench.gone.mobile] });
    await noteDisclosure(bench.house.main.manager, {
      ...{
        by: bench.filer.accountId,
        at: new Date(),
        volunteerIds: [bench.gone.volunteerId, bench.staying.volunteerId],
        organizationId: bench.top,
      },
      ...{
        groups: ['contact'],
        means: 'ANNEX_2',
        purpose: 'HAND_IN',
        export: { receiver: 'HIGHER_ORGANIZATION', contentHash: 'ab' },
      },
    });
    const lines = await readDisclosures(bench.house.main.manager, { volunteerId: bench.gone.volunteerId, limit: 10 });
    expect(lines).toMatchObject([
      { means: 'ANNEX_2', purpose: 'HAND_IN', receiver: 'HIGHER_ORGANIZATION', byAccount: bench.filer.accountId },
      { means: 'PERSONAL_DATA', purpose: 'CONTACT', groups: ['identity', 'contact'], receiver: null },
    ]);
    const older = { volunteerId: bench.gone.volunteerId, before: lines[0]!.n, limit: 10 };
    expect(await readDisclosures(bench.house.main.manager, older)).toHaveLength(1);
    expect(await readExports(bench.house.main.manager, { scope: [bench.top] })).toMatchObject([
      { people: 2, notices: 0 },
    ]);
    await expect(bench.house.mainPool.query('delete from access.disclosure')).rejects.toMatchObject({ code: '42501' });
  }, 60_000);
});

describe('an erasure', () => {
  it('takes two persons, one request at a time, and names what is destroyed', async () => {
    const { volunteerId } = bench.staying;
    const request = { volunteerId, answer: 'SHRED', basis: 'SERVICE_ENDED' };
    const refusedAs = (name: string) =>
      expect.objectContaining({ refusal: expect.objectContaining({ refused: name }) });
    await expect(
      bench.give(bench.filer, 'FilePrivacyRequest', { ...request, requestId: randomUUID(), groups: [] }),
    ).rejects.toEqual(refusedAs('shredding_names_its_groups'));
    const requestId = await bench.fileErasure(bench.staying, ['photo']);
    const again = { ...request, requestId: randomUUID(), groups: ['photo'] };
    await expect(bench.give(bench.filer, 'FilePrivacyRequest', again)).rejects.toEqual(
      refusedAs('one_privacy_request_at_a_time'),
    );
    const oneself = { ...bench.actor('APPROVER'), accountId: bench.filer.accountId };
    await expect(bench.give(oneself, 'ApprovePrivacyRequest', { volunteerId, requestId })).rejects.toEqual(
      refusedAs('privacy_request_is_approved_by_another_person'),
    );
    const concerned = { ...bench.actor('APPROVER'), volunteerId };
    await expect(bench.give(concerned, 'ApprovePrivacyRequest', { volunteerId, requestId })).rejects.toBeInstanceOf(
      Refused,
    );
    await bench.give(bench.approver, 'DeclinePrivacyRequest', { volunteerId, requestId, ground: 'NOTHING_TO_DO' });
    expect((await privacyState(bench.house)).requests.get(requestId)?.status).toBe('DECLINED');
    expect(await bench.house.eraser.run()).toBe(0);
  }, 60_000);

  it('of one group leaves the others', async () => {
    await bench.approvedErasure(bench.half, ['contact']);
    expect(await bench.house.eraser.run()).toBe(1);
    const asking = {
      by: bench.filer.accountId,
      at: new Date(),
      organizationId: bench.top,
      purpose: 'CONTACT' as const,
      volunteerId: bench.half.volunteerId,
    };
    expect(await personalData(bench.house, { ...asking, groups: ['identity', 'contact'] })).toMatchObject({
      name: bench.half.name,
      idNumber: bench.half.idNumber,
      mobiles: '已删除',
    });
    expect(await bench.house.blindIndex.find({ kind: 'mobile', value: bench.half.mobile })).toEqual([]);
    expect(await bench.house.blindIndex.find({ kind: 'id_number', value: bench.half.idNumber })).toEqual([
      bench.half.volunteerId,
    ]);
  }, 120_000);

  it('cut off after any step goes on, and comes to the same', async () => {
    for (const step of erasureSteps) {
      const person = { volunteerId: randomUUID() as VolunteerId, name: `示例${step}`, mobile: '13900004444' };
      await bench.enrol(person);
      const requestId = await bench.approvedErasure(person, all);
      const { ledger, keysPool, mainPool, followerParts, keys, evidenceFiles } = bench.house;
      const dies = (at: ErasureStep): void => {
        if (at === step) throw new Error(`killed after ${step}`);
      };
      const parts = {
        ledger,
        keysPool,
        mainPool,
        followerParts,
        evidenceFiles,
        keys: keys as never,
        now: bench.house.time,
        onStep: dies,
      };
      await expect(new Eraser(parts).run()).rejects.toThrow(`killed after ${step}`);
      await bench.house.eraser.run();
      const request = (await privacyState(bench.house)).requests.get(requestId)!;
      expect([step, request.status]).toEqual([step, 'COMPLETED']);
      expect(request.keyIds.length).toBeGreaterThan(0);
      const [first] = (await volunteerHistory(bench.house, person.volunteerId)).items;
      expect(first).toMatchObject({ fields: { name: '已删除' } });
    }
  }, 300_000);

  it('takes with it the evidence files that were named, for good, and no others', async () => {
    const person = { volunteerId: randomUUID() as VolunteerId, name: '示例照中人', mobile: '13900005555' };
    await bench.enrol(person);
    const sheet = (words: string): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from(words)]);
    const both = await bench.evidenceOf([person, bench.staying], sheet(`签到：${person.name}`));
    const others = await bench.evidenceOf([bench.staying], sheet('签到：常在人'));
    expect(await evidenceOfPerson(bench.house, person.volunteerId)).toMatchObject([{ ...both, others: 1 }]);
    expect(await bench.everythingKept()).not.toContain(`签到：${person.name}`);
    await expect(bench.fileErasure(person, all, [others.evidenceId])).rejects.toMatchObject({
      refusal: { refused: 'files_to_destroy_show_the_person' },
    });
    const place = path.join(bench.dataDir, 'evidence', both.sha256.slice(0, 2), both.sha256);
    const copy = await readFile(place);
    const backup = await takeKeyBackup(bench.house.keysPool, bench.house.store.log, new Date());

    await bench.approvedErasure(person, all, [both.evidenceId]);
    expect(await bench.house.eraser.run()).toBe(1);
    const { evidenceFiles } = bench.house;
    expect(await evidenceFiles.read(both.sha256)).toBeUndefined();
    await expect(readFile(place)).rejects.toMatchObject({ code: 'ENOENT' });
    expect(await evidenceFiles.read(others.sha256)).toEqual(sheet('签到：常在人'));
    await writeFile(place, copy);
    expect(await evidenceFiles.read(both.sha256)).toBeUndefined();
    // Nor does it come back by being handed in once more.
    const again = (): Promise<unknown> => bench.house.evidenceFiles.keep(sheet(`签到：${person.name}`));
    await expect(again()).rejects.toMatchObject({ why: 'destroyed' });

    await keysOfYesterday(backup);
    expect(await bench.house.evidenceFiles.read(both.sha256)).toBeUndefined();
    expect(await bench.house.evidenceFiles.read(others.sha256)).toEqual(sheet('签到：常在人'));
    await expect(again()).rejects.toMatchObject({ why: 'destroyed' });
    await bench.house.evidenceFiles.keep(sheet('签到：姓名已遮去'));
    await rm(place);
  }, 300_000);

  it('leaves nothing of the person in any table, file, form or line, and every proof holds', async () => {
    const sealing = openSealing(bench.house, {
      dataDir: bench.dataDir,
      env: {},
      onError: (error) => void bench.errors.push(error),
    });
    await sealing.checkpointer.checkpoint({ whole: true });
    const before = await bench.everythingKept();
    for (const word of wordsOf(bench.gone).slice(0, 2)) expect(before).toContain(word);
    const backup = await takeKeyBackup(bench.house.keysPool, bench.house.store.log, new Date());
    await bench.approvedErasure(bench.gone, all);
    expect(await bench.house.eraser.run()).toBe(1);
    await bench.settled();

    const after = await bench.everythingKept();
    for (const word of wordsOf(bench.gone)) expect([word, after.includes(word)]).toEqual([word, false]);
    expect(after).toContain(bench.staying.name);
    expect((await bench.fileOf('access.account')).includes(bench.gone.name)).toBe(false);
    const { items } = await volunteerHistory(bench.house, bench.gone.volunteerId);
    expect(JSON.stringify(items)).not.toContain(bench.gone.name);
    const form = { organizationId: bench.top, formDate: day('2026-06-01'), contacts: 'open' as const };
    const html = annex2Html((await annex2Document(bench.house, form))!);
    for (const word of wordsOf(bench.gone)) expect([word, html.includes(word)]).toEqual([word, false]);
    expect(html).toContain('已删除');
    expect(html).toContain(bench.staying.name);
    expect(html).toContain(bench.staying.mobile);
    const [exported] = await readExports(bench.house.main.manager, { scope: [bench.top] });
    expect(exported).toMatchObject({ people: 2, notices: 1 });
    expect(
      (await new Accounts(bench.house.main).list()).find(({ volunteerId }) => volunteerId === bench.gone.volunteerId),
    ).toMatchObject({
      displayName: '已删除',
      disabledAt: expect.any(Date),
    });

    await sealing.checkpointer.checkpoint({ whole: true });
    expect((await bench.house.mainPool.query('select 1 from proof.quarantine')).rows).toEqual([]);
    const bundle = JSON.stringify(await sealing.bundles.build(bench.gone.volunteerId));
    for (const word of wordsOf(bench.gone)) expect([word, bundle.includes(word)]).toEqual([word, false]);

    const { volunteerId } = bench.gone;
    const change = { volunteerId, changedOn: day('2026-07-01'), name: '新名', documentSeen: 'ID_CARD', reason: '测试' };
    await expect(bench.give(bench.filer, 'ChangeParticulars', change)).rejects.toMatchObject({ subject: volunteerId });
    await olderKeysComeBack(backup);
  }, 300_000);

  /** Yesterday's key database is put back: the start destroys again what the log says was destroyed. */
  async function keysOfYesterday(backup: string, meanwhile = (): Promise<void> => Promise.resolve()): Promise<void> {
    await bench.house.close();
    const { log } = bench.house.store;
    await bench.onKeys(
      'set session_replication_role = replica',
      'truncate keys.subject_key, keys.shredded_key, keys.fenced_subject, keys.blind_index',
    );
    const keysPool = new pg.Pool(bench.databases.keys);
    expect(await restoreKeys(keysPool, log, backup)).toBeGreaterThan(0);
    await keysPool.end();
    await meanwhile();
    bench.told.length = 0;
    await bench.start();
  }

  async function olderKeysComeBack(backup: string): Promise<void> {
    const ofGone = `select 1 from keys.subject_key where subject = '${bench.gone.volunteerId}'`;
    await keysOfYesterday(backup, async () => expect((await bench.onKeys(ofGone)).length).toBeGreaterThan(0));
    expect(bench.told.join('\n')).toMatch(/密钥库比台账旧：已重新销毁 \d+ 个已删除人员的密钥/);
    expect(await bench.onKeys(ofGone)).toEqual([]);
    expect((await volunteerHistory(bench.house, bench.gone.volunteerId)).items[0]).toMatchObject({
      fields: { name: '已删除' },
    });
    expect((await volunteerHistory(bench.house, bench.staying.volunteerId)).items[0]).toMatchObject({
      fields: { name: bench.staying.name },
    });
  }
});
