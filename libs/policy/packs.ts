import { hefei2013 } from './hf-2013-0522.js';
import type { PolicyPack } from './policy-pack.js';
import { zhenjiang2013 } from './zj-2013-37.js';

/** Every version of every pack; an adopted version is never taken out, since closed years rest on it. */
export const packs: readonly PolicyPack[] = [zhenjiang2013, hefei2013];

/** The pack, in its newest version unless one is named; throws RangeError if there is none. */
export function policyPack(id: string, version?: number): PolicyPack {
  const pack = findPolicyPack(id, version);
  if (pack === null) throw new RangeError(`no policy pack ${id}${version === undefined ? '' : ` version ${version}`}`);
  return pack;
}

/** As policyPack, but null if there is none: for commands that name a pack. */
export function findPolicyPack(id: string, version?: number): PolicyPack | null {
  const versions = packs.filter((pack) => pack.id === id && (version === undefined || pack.version === version));
  return versions.reduce<PolicyPack | null>(
    (newest, pack) => (newest === null || pack.version > newest.version ? pack : newest),
    null,
  );
}
