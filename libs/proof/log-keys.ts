import type { Entry } from './entry.js';
import { writersStream } from './entry-checks.js';
import { readNote } from './note.js';
import { openNote, type Policy } from './policy.js';

/** Ids of the log's keys (8 hex digits, as in a note) that entries of `sys-keys` revoke. */
export const revokedLogKeys = (entries: readonly Entry[]): Set<string> =>
  new Set(
    entries
      .filter(({ stream, type }) => stream === writersStream && type === 'LogKeyRevoked')
      .map(({ data }) => String(data['logKeyId']).replace(/^l-/, '')),
  );

/**
 * Is a checkpoint that a policy opens opened only by keys that entries of the same log, all before it, revoke? A policy file on
 * paper may be older than the revocation.
 */
export function opensWithRevokedOnly(note: string, policy: Policy, entries: readonly Entry[]): boolean {
  const revoked = revokedLogKeys(entries);
  if (revoked.size === 0) return false;
  const logs = policy.logs.filter(({ id }) => !revoked.has(id));
  return openNote(readNote(note), { ...policy, logs }) === 'LOG_SIG';
}
