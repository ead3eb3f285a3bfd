import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, reference } from '#libs/kernel/fields';
import type { Id } from '#libs/kernel/ids';

/**
 * Written by the ledger itself. A key is bound in every stream that uses it, before its first use there, so that an
 * auditor who holds one stream and no key sees which key ids belong in it and whose they are.
 */
export const privacyEvents = {
  SubjectKeyBound: event(1, {
    subjectId: id<Id<'subject'>>(),
    keyId: id<Id<'key'>>(),
    group: code(['identity', 'contact', 'sensitive', 'photo', 'free']),
    commitment: reference(/^[A-Za-z0-9+/]{22}==$/),
  }),
  /** In `sys-keys`: the public half of a writer's key. The first is signed by itself, later ones by a known key. */
  WriterKeyAdded: event(1, {
    writerKeyId: reference(/^w-[0-9a-f]{16}$/),
    publicKey: reference(/^[A-Za-z0-9+/]{43}=$/),
  }),
  /** In `sys-keys`: from the next entry on nothing holds that this key signs. `rotated`: given up in good order. */
  WriterKeyRevoked: event(1, {
    writerKeyId: reference(/^w-[0-9a-f]{16}$/),
    reason: code(['rotated', 'stolen', 'lost']),
  }),
  /** In `sys-keys`: a key that signs the heads of the log; `l-` and the key id of the C2SP note. */
  LogKeyAdded: event(1, {
    logKeyId: reference(/^l-[0-9a-f]{8}$/),
    publicKey: reference(/^[A-Za-z0-9+/]{43}=$/),
  }),
  /** In `sys-keys`: no checkpoint that holds this entry is opened by that key. */
  LogKeyRevoked: event(1, {
    logKeyId: reference(/^l-[0-9a-f]{8}$/),
    reason: code(['rotated', 'stolen', 'lost']),
  }),
};

export type PrivacyEvent = EventOf<typeof privacyEvents>;
export type ClearPrivacyEvent = ClearEventOf<typeof privacyEvents>;

export const keysStream = 'sys-keys';
