import { join } from 'node:path';
import type pg from 'pg';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import { CheckpointKeeper } from '#libs/proof/keeper';
import { BundleBuilder } from '#libs/sealing/bundle-builder';
import { Checkpointer, SignerAhead } from '#libs/sealing/checkpointer';
import { KeeperHome } from '#libs/sealing/keeper-home';
import { Sealer } from '#libs/sealing/sealer';
import { SealingLoop } from '#libs/sealing/sealing-loop';
import { announceLogKeys } from './announce-writer.js';
import { signerAt, WitnessSilent, witnessesIn, type Signer } from './cosigners.js';
import type { House } from './house.js';
import { noteStepBack } from './step-back.js';

export interface Sealing {
  /** Public keys of the log, as they go on paper and into an auditor's policy, the newest first. Throws KeeperFault. */
  readonly logKeys: () => Promise<readonly string[]>;
  /** Where the log's key lies when this process signs; undefined when a process of its own does. */
  readonly logKeyHome: KeeperHome | undefined;
  readonly checkpointer: Checkpointer;
  readonly bundles: BundleBuilder;
  readonly loop: SealingLoop;
}

/** An entry was not sealed; what it failed stands in `proof.quarantine`. */
export class EntryQuarantined extends Error {
  override readonly name = 'EntryQuarantined';
}

// Two processes on one machine share the signer's file.
const signerLock = 7_270_008;

/**
 * Puts sealer, signer and witnesses of an open house together. The signer is in this process, with its key and what it last signed
 * as files in `keys/` apart from every database, or in a process of its own behind the socket that `ZHICE_SIGNER` names.
 * Whatever is wrong with it shows at the first checkpoint, since writing goes on without. Throws StartRefused for what stands in
 * `ZHICE_WITNESSES`.
 */
export function openSealing(
  { store, ledger, mainPool: pool }: House,
  options: {
    readonly dataDir: string;
    readonly env: Readonly<Record<string, string | undefined>>;
    readonly onError: (error: Error) => void;
    readonly now?: () => number;
  },
): Sealing {
  const { onError } = options;
  const socket = options.env['ZHICE_SIGNER'];
  const home = socket === undefined ? new KeeperHome(join(options.dataDir, 'keys'), 'log') : undefined;
  const signer = home
    ? signerHere(store.log, pool, { ...options, home })
    : signerAt((socket ?? '').replace(/^unix:/, ''));
  const sealer = new Sealer({
    store,
    log: store.log,
    pool,
    onQuarantine: ({ position, stream, faults }) =>
      onError(new EntryQuarantined(`${position} ${stream}: ${faults.map(({ check }) => check).join(', ')}`)),
  });
  const checkpointer = new Checkpointer({
    ...{ sealer, ledger, pool, log: store.log, signer: signer.add },
    witnesses: witnessesIn(options.env['ZHICE_WITNESSES']),
    context: { by: systemAccount, org: systemOrganization },
    announceKeys: async () => announceLogKeys(ledger, await signer.keys()),
    onWitnessSilent: (name, cause) => onError(new WitnessSilent(name, { cause })),
  });
  const onFault = (error: Error): void => {
    onError(error);
    if (error instanceof SignerAhead)
      void noteStepBack(options.dataDir, error, (options.now ?? Date.now)()).catch(onError);
  };
  const loop = new SealingLoop({ store, sealer, checkpointer, onError: onFault });
  return {
    logKeys: signer.keys,
    logKeyHome: home,
    checkpointer,
    bundles: new BundleBuilder({ store, log: store.log, pool }),
    loop,
  };
}

function signerHere(
  log: string,
  pool: pg.Pool,
  { home, now = Date.now }: { readonly home: KeeperHome; readonly now?: (() => number) | undefined },
): Signer {
  const keysNow = async () => {
    await home.make(log);
    return home.keys();
  };
  return {
    // The keys are read each time: one may have given way to the next meanwhile.
    add: (request) =>
      locked(pool, async () => {
        const logs = new Map([[log, 'own' as const]]);
        return new CheckpointKeeper({ keys: await keysNow(), memory: home.memory, logs, now }).add(request);
      }),
    keys: () => locked(pool, async () => (await keysNow()).map(({ text }) => text)),
  };
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
