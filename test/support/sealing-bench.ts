import { generateKeyPairSync } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { House } from '#libs/house/house';
import { checkpointText, readCheckpoint } from '#libs/proof/checkpoint';
import { CheckpointKeeper } from '#libs/proof/keeper';
import { keyTypes, readNote, signerKey, signNote, writeNote, type SignerKey } from '#libs/proof/note';
import { readPolicy, type Policy } from '#libs/proof/policy';
import { Checkpointer, type Cosigner } from '#libs/sealing/checkpointer';
import { KeeperFile } from '#libs/sealing/keeper-file';
import { Sealer, type Quarantined } from '#libs/sealing/sealer';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { applied, changed, enrolled, volunteerId } from './made-up-facts.js';
import { openTestHouse } from './open-test-house.js';
import type { GivenEvent } from './projection-bench.js';
import { sayEvents } from './say-events.js';

export const ed25519Pem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

/** A house whose log is sealed, signed and witnessed, each with a key of its own. */
export interface SealingBench {
  readonly house: House;
  readonly logKey: SignerKey;
  readonly witnessKey: SignerKey;
  readonly policy: Policy;
  readonly policyText: string;
  /** A log's key that no policy names. */
  readonly strangerKey: string;
  readonly sealer: Sealer;
  readonly checkpointer: Checkpointer;
  readonly quarantined: Quarantined[];
  /** Names of witnesses that did not answer. */
  readonly silent: string[];
  volunteerId(n: number): string;
  given(stream: string, ...events: readonly GivenEvent[]): Promise<void>;
  volunteer(n: number): Promise<void>;
  change(n: number): Promise<void>;
  /** With another signer or witness than its own. */
  checkpointerWith(parts: { readonly signer?: Cosigner; readonly witness?: Cosigner }): Checkpointer;
  /** The same size under another root, with the same keys' signatures. */
  forkOf(note: string): string;
  close(): Promise<void>;
}

export async function sealingBench(): Promise<SealingBench> {
  const test = await openTestHouse();
  const { house } = test;
  const { store, ledger, mainPool: pool } = house;
  const folder = await mkdtemp(join(tmpdir(), 'zhice-sealing-'));
  const logKey = signerKey(store.log, keyTypes.log, ed25519Pem());
  const witnessKey = signerKey('witness.test', keyTypes.witness, ed25519Pem());
  const keeper = (key: SignerKey, of: 'own' | SignerKey): CheckpointKeeper =>
    new CheckpointKeeper({
      keys: [key],
      memory: new KeeperFile(join(folder, `${key.id}.json`)),
      logs: new Map([[store.log, of === 'own' ? of : [of]]]),
      now: Date.now,
    });
  const [signer, witness] = [keeper(logKey, 'own'), keeper(witnessKey, logKey)];
  const quarantined: Quarantined[] = [];
  const silent: string[] = [];
  const sealer = new Sealer({ store, log: store.log, pool, onQuarantine: (one) => quarantined.push(one) });
  const checkpointerWith: SealingBench['checkpointerWith'] = (parts) =>
    new Checkpointer({
      sealer,
      ledger,
      pool,
      log: store.log,
      signer: parts.signer ?? ((request) => signer.add(request)),
      witnesses: new Map([[witnessKey.name, parts.witness ?? ((request: string) => witness.add(request))]]),
      context: { by: systemAccount, org: systemOrganization },
      onWitnessSilent: (name) => silent.push(name),
    });
  const given: SealingBench['given'] = (stream, ...events) => sayEvents(house, stream, ...events);
  const policyText = `log ${logKey.text}\nwitness higher ${witnessKey.text}\nquorum higher\n`;
  return {
    house,
    logKey,
    witnessKey,
    policy: readPolicy(policyText),
    policyText,
    strangerKey: signerKey(store.log, keyTypes.log, ed25519Pem()).text,
    sealer,
    checkpointer: checkpointerWith({}),
    quarantined,
    silent,
    volunteerId,
    given,
    volunteer: (n) => given(volunteerStream(volunteerId(n)), applied(n), enrolled(n)),
    change: (n) => given(volunteerStream(volunteerId(n)), changed(n, { name: `示例员${n}改` })),
    checkpointerWith,
    forkOf: (note) => {
      const text = checkpointText({ ...readCheckpoint(readNote(note).text), root: Buffer.alloc(32, 7) });
      return writeNote({
        text,
        signatures: [signNote(text, logKey), signNote(text, witnessKey, Math.floor(Date.now() / 1000))],
      });
    },
    close: async () => {
      await test.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
