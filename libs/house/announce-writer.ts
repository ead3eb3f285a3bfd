import { randomUUID } from 'node:crypto';
import { systemAccount, systemOrganization } from '#libs/access/actor';
import type { Ledger } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import { keysStream } from '#libs/privacy/privacy.events';
import { writerKeysDecider } from '#libs/privacy/writer-keys';
import type { WriterKey } from '#libs/proof/entry';

/** Says in the log itself, once, which key signs from here on. */
export async function announceWriter(ledger: Ledger, { id, publicKey }: WriterKey): Promise<void> {
  const known = await ledger.load(writerKeysDecider, keysStream);
  if (known.get(id) === publicKey) return;
  await ledger.run(writerKeysDecider, {
    stream: keysStream,
    command: { type: 'AddWriterKey', data: { writerKeyId: id, publicKey } },
    context: { commandId: randomUUID() as CommandId, by: systemAccount, org: systemOrganization },
    facts: () => Promise.resolve(undefined),
  });
}
