import { createHash } from 'node:crypto';
import { mayOpenPersonalData } from '#libs/access/contact-permission';
import type { ExportReceiver } from '#libs/access/disclosures';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import { erasableGroups, type ErasableGroup } from '#libs/erasure/erasure.events';
import type { VolunteerId } from '#libs/kernel/ids';
import { KeyLost } from '#libs/privacy/key-ring';
import type { Bundle, DisclosedKey } from '#libs/proof/bundle';
import { keyIdsIn } from '#libs/sealing/bundle-builder';
import { CliFault, usageFault } from './cli-fault.js';
import { disclosed, purposeIn } from './disclosing.js';
import type { CliSession } from './session.js';

export interface DisclosingAsked {
  /** Groups, separated by commas; undefined discloses nothing. */
  readonly disclose?: string;
  readonly purpose?: string;
}

/** Throws CliFault where a word is no group. */
export function groupsIn(text: string): ErasableGroup[] {
  const words = [...new Set(text.split(',').map((word) => word.trim()))];
  const groups = erasableGroups.filter((group) => words.includes(group));
  if (groups.length === words.length) return groups;
  throw usageFault('--disclose 写错了。', `可用：${erasableGroups.join('、')}，用逗号分隔。`);
}

/** Before anything is read: may this person hand out these keys, and did they say what for? Throws CliFault. */
export async function assertMayDisclose(
  { house, actor }: CliSession,
  volunteerId: VolunteerId,
  { purpose }: DisclosingAsked,
): Promise<void> {
  purposeIn(purpose);
  const home = await organizationOfVolunteer(house, volunteerId);
  if (home !== undefined && mayOpenPersonalData(actor, await house.tree.ancestry(home))) return;
  throw new CliFault('您的角色不能公开个人信息的密钥。', '请由党办或审计员办理。');
}

/**
 * The bundle with the keys of these groups, noted as an access to personal data and as an export before it leaves: whoever has
 * the file reads what the keys close, also in copies of the log made later, until the group is erased or its key is replaced.
 * Keys that were destroyed are left out. Throws CliFault, KeyLost.
 */
export async function withKeys(
  session: CliSession,
  bundle: Bundle,
  { groups, purpose }: { readonly groups: readonly ErasableGroup[]; readonly purpose: string | undefined },
): Promise<Bundle> {
  const { house } = session;
  const volunteerId = bundle.subject as VolunteerId;
  const keyIds = keyIdsIn(bundle, groups);
  const found = await house.keys.forReading(keyIds);
  const keys: DisclosedKey[] = [];
  for (const kid of keyIds) {
    const key = found.get(kid);
    if (key === undefined) throw new KeyLost(kid);
    // What an entry of theirs says of somebody else stays closed.
    if (key !== 'shredded' && key.subject === bundle.subject) keys.push({ kid, dek: key.dek.toString('base64') });
  }
  const made = { ...bundle, disclosed: keys };
  const receiver: ExportReceiver = 'AUDITOR';
  await disclosed(session, {
    ...{ volunteerIds: [volunteerId], organizationId: await organizationOfVolunteer(house, volunteerId), groups },
    ...{ means: 'BUNDLE', purpose: purposeIn(purpose) },
    export: { receiver, contentHash: createHash('sha256').update(JSON.stringify(made)).digest('hex') },
  });
  return made;
}
