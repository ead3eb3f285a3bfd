import type pg from 'pg';
import { StartRefused } from '#libs/postgres/fault';
import { openKeyFiles, type KeyFiles, type MasterKey } from '#libs/privacy/master-key';
import { writerKey, type WriterKey } from '#libs/proof/entry';

export interface Secrets {
  readonly files: KeyFiles;
  readonly writer: WriterKey;
}

interface Proof {
  readonly epoch: number;
  readonly proof: Buffer;
}

const proofPlace = 'master key of this ledger';
// Two processes may start at once on an empty folder: one makes the keys, the other finds them.
const secretsLock = 7_270_007;

/** Opens the key files, makes them at the first start, and proves that they belong to this key database. Throws StartRefused. */
export async function openSecrets(keysPool: pg.Pool, dataDir: string): Promise<Secrets> {
  const client = await keysPool.connect();
  try {
    // Others may be starting; one of them has the lock for as long as it takes to make the files.
    await client.query({
      text: 'select pg_advisory_lock($1)',
      values: [secretsLock],
      query_timeout: 60_000,
    } as pg.QueryConfig);
    return await open(client, dataDir);
  } finally {
    // The connection goes, and the lock with it, whatever happened.
    client.release(true);
  }
}

async function open(client: pg.ClientBase, dataDir: string): Promise<Secrets> {
  const { rows } = await client.query<Proof>('select epoch, proof from keys.master_key');
  const files = await openKeyFiles(dataDir, rows.length === 0);
  if (files === 'missing') {
    throw new StartRefused(
      '找不到主密钥文件 keys/master.key，而密钥库里已有加密的个人信息。',
      '请从备份恢复数据目录下的 keys 文件夹；换用新的主密钥将无法读出任何个人信息。',
    );
  }
  await prove(client, files.master, rows);
  const writer = writerKey(files.writerPem);
  if (files.writerPem === undefined) await files.saveWriter(writer.pem);
  return { files, writer };
}

/** Leaves a proof of the master key in the key database, or holds the file against the one that is there. Throws StartRefused. */
export async function prove(client: pg.ClientBase, master: MasterKey, known: readonly Proof[]): Promise<void> {
  const mine = known.find(({ epoch }) => epoch === master.epoch);
  if (!mine) {
    const values = [master.epoch, master.wrap(Buffer.alloc(32), proofPlace)];
    await client.query('insert into keys.master_key (epoch, proof) values ($1, $2) on conflict do nothing', values);
    return;
  }
  try {
    master.unwrap(mine.proof, proofPlace);
  } catch {
    throw new StartRefused('主密钥文件 keys/master.key 与密钥库不匹配。', '请恢复与这个密钥库一起备份的 keys 文件夹。');
  }
}
