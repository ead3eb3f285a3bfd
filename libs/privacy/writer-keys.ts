import { refuse, type Decider, type Message } from '#libs/kernel/decider';
import type { ClearPrivacyEvent, PrivacyEvent } from './privacy.events.js';

export type WriterKeyCommand = Message<'AddWriterKey', { readonly writerKeyId: string; readonly publicKey: string }>;

/** Writers' public keys in `sys-keys`: an event whose `w` is not here was not written by this product (attack 13). */
export const writerKeysDecider: Decider<ReadonlyMap<string, string>, WriterKeyCommand, PrivacyEvent, ClearPrivacyEvent, 'writer_key_id_must_be_new'> = {
  initial: new Map(),
  evolve: (keys, event) => (event.type === 'WriterKeyAdded' ? new Map(keys).set(event.data.writerKeyId, event.data.publicKey) : keys),
  decide: ({ data }, keys) => {
    const known = keys.get(data.writerKeyId);
    if (known === data.publicKey) return [];
    if (known !== undefined) return refuse('writer_key_id_must_be_new');
    return [{ type: 'WriterKeyAdded', data }];
  },
};
