import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type pg from 'pg';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import { StartRefused } from '#libs/postgres/fault';
import { writeSecret } from '#libs/privacy/master-key';
import { CheckpointKeeper } from '#libs/proof/keeper';
import { keyTypes, signerKey, type SignerKey } from '#libs/proof/note';
import { BundleBuilder } from '#libs/sealing/bundle-builder';
import { Checkpointer, type Cosigner } from '#libs/sealing/checkpointer';
import { KeeperFile } from '#libs/sealing/keeper-file';
import { Sealer } from '#libs/sealing/sealer';
import { SealingLoop } from '#libs/sealing/sealing-loop';
import type { House } from './house.js';

export interface Sealing {
  /** Public key of the log, as it goes on paper and into an auditor's policy. */
  readonly logKey: string;
  readonly checkpointer: Checkpointer;
  readonly bundles: BundleBuilder;
  readonly loop: SealingLoop;
}

/** An entry was not sealed; what it failed stands in `proof.quarantine`. */
export class EntryQuarantined extends Error {
  override readonly name = 'EntryQuarantined';
}

/** A witness did not sign; it is asked again at the next checkpoint. */
export class WitnessSilent extends Error {
  override readonly name = 'WitnessSilent';
}

// Two processes on one machine share the signer's file.
const signerLock = 7_270_008;
const askMillisecondsMax = 5_000;

/**
 * Puts sealer, signer and witnesses of an open house together. The signer's key and what it last signed are files in `keys/`,
 * apart from every database. `ZHICE_WITNESSES` names witnesses as `name=url`, separated by commas. Throws StartRefused.
 */
export async function openSealing(
  { store, ledger, mainPool: pool }: House,
  options: {
    readonly dataDir: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly onError: (error: Error) => void;
    readonly now?: () => number;
  },
): Promise<Sealing> {
  const { dataDir, onError } = options;
  const key = await locked(pool, () => logKeyIn(join(dataDir, 'keys'), store.log));
  const keeper = new CheckpointKeeper({
    key,
    memory: new KeeperFile(join(dataDir, 'keys', 'log-signed.json')),
    logs: new Map([[store.log, 'own' as const]]),
    now: options.now ?? Date.now,
  });
  const signer: Cosigner = (request) => locked(pool, () => keeper.add(request));
  const sealer = new Sealer({
    store,
    log: store.log,
    pool,
    onQuarantine: ({ position, stream, faults }) =>
      onError(new EntryQuarantined(`${position} ${stream}: ${faults.map(({ check }) => check).join(', ')}`)),
  });
  const checkpointer = new Checkpointer({
    ...{ sealer, ledger, pool, log: store.log, signer },
    witnesses: witnessesIn(options.env['ZHICE_WITNESSES']),
    context: { by: systemAccount, org: systemOrganization },
    onWitnessSilent: (name, cause) => onError(new WitnessSilent(name, { cause })),
  });
  const loop = new SealingLoop({ store, sealer, checkpointer, onError });
  return { logKey: key.text, checkpointer, bundles: new BundleBuilder({ store, log: store.log, pool }), loop };
}

async function locked<T>(pool: pg.Pool, work: () => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [signerLock]);
    return await work();
  } finally {
    // The connection goes, and the lock with it, whatever happened.
    client.release(true);
  }
}

async function logKeyIn(folder: string, log: string): Promise<SignerKey> {
  const file = join(folder, 'log.pem');
  if (!existsSync(file)) {
    const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;
    await writeSecret(file, pem);
  }
  return signerKey(log, keyTypes.log, await readFile(file, 'utf8'));
}

function witnessesIn(text: string | undefined): Map<string, Cosigner> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [, name, url] = /^\s*([^=\s]+)=(https?:\/\/\S+?)\s*$/.exec(pair) ?? [];
      if (name === undefined || url === undefined)
        throw new StartRefused(
          `ZHICE_WITNESSES 中的“${pair.trim()}”不是“名称=网址”。`,
          '请写成 名称=https://…，多个之间用逗号隔开。',
        );
      return [name, cosignerAt(url)];
    }),
  );
}

const statuses = [200, 400, 403, 404, 409, 422] as const;

/** C2SP `add-checkpoint` over HTTP. */
const cosignerAt =
  (url: string): Cosigner =>
  async (request) => {
    const signal = AbortSignal.timeout(askMillisecondsMax);
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, { method: 'POST', body: request, signal });
    const status = statuses.find((known) => known === response.status);
    if (status === undefined) throw new WitnessSilent(`answered ${response.status}`);
    return { status, body: await response.text() };
  };
