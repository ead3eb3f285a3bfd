import { randomUUID } from 'node:crypto';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { Ledger } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import { StartRefused } from '#libs/postgres/fault';
import { keysStream } from '#libs/privacy/privacy.events';
import { writerKeysDecider, type KnownKeys, type WriterKeyCommand } from '#libs/privacy/writer-keys';
import type { WriterKey } from '#libs/proof/entry';
import { verifierKey } from '#libs/proof/note';

export const knownKeys = (ledger: Ledger): Promise<KnownKeys> => ledger.load(writerKeysDecider, keysStream);

/** Says something about keys in the log itself. Throws Refused. */
export async function sayOfKeys(ledger: Ledger, command: WriterKeyCommand, inUse: readonly string[]): Promise<void> {
  await ledger.run(writerKeysDecider, {
    stream: keysStream,
    command,
    context: { commandId: randomUUID() as CommandId, by: systemAccount, org: systemOrganization },
    facts: () => Promise.resolve({ inUse }),
  });
}

/** Says in the log itself, once, which key signs from here on. Throws StartRefused for a key that was revoked. */
export async function announceWriter(ledger: Ledger, { id, publicKey }: WriterKey): Promise<void> {
  const known = (await knownKeys(ledger)).get(id);
  if (known?.revoked === true)
    throw new StartRefused(
      `写入密钥 ${id} 已经作废，用它写的记录一律无效。`,
      '请换上正在使用的 keys/writer.pem，见 docs/operations.md 的“密钥更换”。',
    );
  if (known?.publicKey === publicKey) return;
  await sayOfKeys(ledger, { type: 'AddWriterKey', data: { writerKeyId: id, publicKey } }, []);
}

/** The same for the keys that sign heads, as they go on paper. */
export async function announceLogKeys(ledger: Ledger, texts: readonly string[]): Promise<void> {
  const known = await knownKeys(ledger);
  for (const text of texts) {
    const { id, publicKey } = verifierKey(text);
    const logKeyId = `l-${id}`;
    if (known.has(logKeyId)) continue;
    const raw = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32).toString('base64');
    await sayOfKeys(ledger, { type: 'AddLogKey', data: { logKeyId, publicKey: raw } }, []);
  }
}
