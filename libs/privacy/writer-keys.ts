import { refuse, type Decider, type Message } from '#libs/kernel/decider';
import type { ClearPrivacyEvent, PrivacyEvent } from './privacy.events.js';

export type KeyLossReason = 'rotated' | 'stolen' | 'lost';

export type WriterKeyCommand =
  | Message<'AddWriterKey', { readonly writerKeyId: string; readonly publicKey: string }>
  | Message<'RevokeWriterKey', { readonly writerKeyId: string; readonly reason: KeyLossReason }>
  | Message<'AddLogKey', { readonly logKeyId: string; readonly publicKey: string }>
  | Message<'RevokeLogKey', { readonly logKeyId: string; readonly reason: KeyLossReason }>;

export type WriterKeyRefusal = 'writer_key_id_must_be_new' | 'key_must_be_known' | 'key_in_use_must_stay';

export interface KnownKey {
  readonly publicKey: string;
  readonly revoked: boolean;
}

/** Keys by id: `w-…` of writers, `l-…` of the log. */
export type KnownKeys = ReadonlyMap<string, KnownKey>;

/** Which keys sign now, so that none of them is revoked under whoever uses it. */
export interface KeysInUse {
  readonly inUse: readonly string[];
}

/**
 * Public keys in `sys-keys`: an event whose `w` is not here was not written by this product (attack 13), and one that was written
 * after its key was revoked is void (attack 14). A key once revoked never comes back.
 */
export const writerKeysDecider: Decider<
  KnownKeys,
  WriterKeyCommand,
  PrivacyEvent,
  ClearPrivacyEvent,
  WriterKeyRefusal,
  KeysInUse
> = {
  initial: new Map(),
  evolve: (keys, event) => {
    switch (event.type) {
      case 'WriterKeyAdded':
        return withKey(keys, event.data.writerKeyId, event.data.publicKey);
      case 'LogKeyAdded':
        return withKey(keys, event.data.logKeyId, event.data.publicKey);
      case 'WriterKeyRevoked':
        return without(keys, event.data.writerKeyId);
      case 'LogKeyRevoked':
        return without(keys, event.data.logKeyId);
      default:
        return keys;
    }
  },
  decide: (command, keys, _, { inUse }) => {
    switch (command.type) {
      case 'AddWriterKey':
        return (
          adding(keys, command.data.writerKeyId, command.data.publicKey) ?? [
            { type: 'WriterKeyAdded', data: command.data },
          ]
        );
      case 'AddLogKey':
        return (
          adding(keys, command.data.logKeyId, command.data.publicKey) ?? [{ type: 'LogKeyAdded', data: command.data }]
        );
      case 'RevokeWriterKey':
        return revoking(keys, command.data.writerKeyId, inUse) ?? [{ type: 'WriterKeyRevoked', data: command.data }];
      case 'RevokeLogKey':
        return revoking(keys, command.data.logKeyId, inUse) ?? [{ type: 'LogKeyRevoked', data: command.data }];
    }
  },
};

const withKey = (keys: KnownKeys, id: string, publicKey: string): KnownKeys =>
  keys.has(id) ? keys : new Map(keys).set(id, { publicKey, revoked: false });

function without(keys: KnownKeys, id: string): KnownKeys {
  const key = keys.get(id);
  return key ? new Map(keys).set(id, { ...key, revoked: true }) : keys;
}

function adding(keys: KnownKeys, id: string, publicKey: string) {
  const known = keys.get(id);
  if (known?.publicKey === publicKey && !known.revoked) return [];
  return known ? refuse('writer_key_id_must_be_new') : undefined;
}

function revoking(keys: KnownKeys, id: string, inUse: readonly string[]) {
  const known = keys.get(id);
  if (!known) return refuse('key_must_be_known');
  if (known.revoked) return [];
  return inUse.includes(id) ? refuse('key_in_use_must_stay') : undefined;
}
