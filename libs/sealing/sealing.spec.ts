import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { OrganizationId } from '#libs/kernel/ids';
import { readCheckpoint } from '#libs/proof/checkpoint';
import { leafHash } from '#libs/proof/entry';
import { CheckpointKeeper } from '#libs/proof/keeper';
import { keyTypes, readNote, signedBy, signerKey } from '#libs/proof/note';
import { inclusionHolds, inclusionProof, treeOf, rootOf } from '#libs/proof/tree';
import { openTestHouse, type TestHouse } from '../../test/support/open-test-house.js';
import { Checkpointer, SignerAhead } from './checkpointer.js';
import { KeeperFile } from './keeper-file.js';
import { checkpoints, fromTree } from './proof-store.js';
import { Sealer, type Quarantined } from './sealer.js';

const pem = (): string => generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
const logKey = signerKey('ledger.test', keyTypes.log, pem());
const witnessKey = signerKey('witness.test', keyTypes.witness, pem());

let test: TestHouse;
let folder: string;
const quarantined: Quarantined[] = [];
const silent: string[] = [];

const sealerOf = (): Sealer =>
  new Sealer({
    store: test.house.store,
    log: test.house.store.log,
    pool: test.house.mainPool,
    onQuarantine: (one) => quarantined.push(one),
  });
const signerOf = (file = 'signer.json'): CheckpointKeeper =>
  new CheckpointKeeper({
    key: logKey,
    memory: new KeeperFile(join(folder, file)),
    logs: new Map([[test.house.store.log, 'own' as const]]),
    now: Date.now,
  });
const witness = (): CheckpointKeeper =>
  new CheckpointKeeper({
    key: witnessKey,
    memory: new KeeperFile(join(folder, 'witness.json')),
    logs: new Map([[test.house.store.log, logKey]]),
    now: Date.now,
  });

const checkpointerOf = ({ signer = signerOf(), seen = true } = {}): Checkpointer =>
  new Checkpointer({
    sealer: sealerOf(),
    ledger: test.house.ledger,
    pool: test.house.mainPool,
    log: test.house.store.log,
    signer: (request) => signer.add(request),
    witnesses: new Map([
      [
        'witness.test',
        seen ? (request: string) => witness().add(request) : () => Promise.reject(new Error('no route')),
      ],
    ]),
    context: { by: systemAccount, org: systemOrganization },
    onWitnessSilent: (name) => silent.push(name),
  });

async function register(name: string): Promise<void> {
  const organizationId = randomUUID() as OrganizationId;
  await test.house.counter.submit(
    test.actor('CITY_OFFICE'),
    {
      type: 'RegisterPartyOrganization',
      data: {
        organizationId,
        parentId: test.top,
        name,
        unitName: name,
        kind: 'PARTY_BRANCH',
        registeredOn: '2026-01-01',
      } as never,
    },
    { commandId: randomUUID() as never },
  );
}

const allEntries = async () => (await test.house.store.readAll(null, 1000)).entries;

beforeAll(async () => {
  test = await openTestHouse();
  folder = await mkdtemp(join(tmpdir(), 'zhice-sealing-'));
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true, force: true });
});

describe('The sealer', () => {
  it('takes every entry of the log into one tree, in its order', async () => {
    await register('示例一支部');
    const size = await sealerOf().seal();
    const entries = await allEntries();
    expect(size).toBe(entries.length);
    const tree = treeOf(entries.map(({ text }) => Buffer.from(leafHash(text), 'base64')));
    expect(await fromTree(test.house.mainPool, (read) => rootOf(read, size))).toEqual(rootOf(tree, size));
  });

  it('gives one tree when two sealers work at once', async () => {
    for (const n of [1, 2, 3]) await register(`同时${n}支部`);
    const sizes = await Promise.all([sealerOf().seal(), sealerOf().seal(), sealerOf().seal()]);
    expect(new Set(sizes)).toEqual(new Set([(await allEntries()).length]));
  });
});

describe('A checkpoint', () => {
  it('is signed by the log and by the witness, and its root covers every entry', async () => {
    const { note } = (await checkpointerOf().checkpoint())!;
    const opened = readNote(note);
    const { size, root } = readCheckpoint(opened.text);
    expect(signedBy(opened, logKey)).toBe(0);
    expect(signedBy(opened, witnessKey)).toBeGreaterThan(0);
    const entries = await allEntries();
    expect(size).toBe(entries.length);
    const index = 3;
    const proof = await fromTree(test.house.mainPool, (read) => inclusionProof(read, index, size));
    const leaf = Buffer.from(leafHash(entries[index]!.text), 'base64');
    expect(inclusionHolds({ leaf, index, size, root, proof })).toBe(true);
  });

  it('is made again only when the log grew', async () => {
    const before = (await checkpointerOf().checkpoint())!;
    expect(await checkpointerOf().checkpoint()).toEqual(before);
    await register('又一支部');
    expect((await checkpointerOf().checkpoint())!.size).toBeGreaterThan(before.size);
  });

  it('is kept without the witness that is silent, and gains its line later', async () => {
    await register('见证人不在支部');
    const alone = (await checkpointerOf({ seen: false }).checkpoint())!;
    expect(silent).toEqual(['witness.test']);
    expect(readNote(alone.note).signatures).toHaveLength(1);
    const cosigned = await checkpointerOf().witnessed(alone);
    expect(readNote(cosigned.note).signatures).toHaveLength(2);
    expect((await checkpoints(test.house.mainPool, { limit: 1 }))[0]).toEqual(cosigned);
  });

  it('is not made when the signer has signed more than is here: a backup was restored', async () => {
    await register('恢复之后支部');
    const { size } = (await checkpointerOf().checkpoint())!;
    const ahead = { add: () => Promise.resolve({ status: 409 as const, body: `${size + 100}\n` }) };
    await register('再来一个支部');
    await expect(checkpointerOf({ signer: ahead as never }).checkpoint()).rejects.toThrow(SignerAhead);
  });
});

describe('An entry that somebody wrote round the ledger', () => {
  it('stays outside the tree, with the names of the checks it failed, and what comes after it in its stream too', async () => {
    const before = await sealerOf().seal();
    const [stored] = (await allEntries()).filter(({ type }) => type === 'PartyOrganizationRegistered').slice(-1);
    const forged = stored!.text.replace('"PARTY_BRANCH"', '"GENERAL_BRANCH"').replace(stored!.id, randomUUID());
    await test.house.mainPool.query(
      `insert into ledger.entry (position, stream, revision, event_id, type, entry)
       select max(position) + 1, 'organization-' || gen_random_uuid(), 0, gen_random_uuid(), 'PartyOrganizationRegistered', $1 from ledger.entry`,
      [forged],
    );
    expect(await sealerOf().seal()).toBe(before);
    const checks = quarantined.at(-1)!.faults.map(({ check }) => check);
    expect(checks).toEqual(expect.arrayContaining(['PLACE', 'REV_GAP', 'CHAIN', 'WRITER_SIG']));
    await register('此后支部');
    expect(await sealerOf().seal()).toBeGreaterThan(before);
    const { rows } = await test.house.mainPool.query(`select count(*)::int as n from proof.quarantine`);
    expect(rows).toEqual([{ n: 1 }]);
  });
});
