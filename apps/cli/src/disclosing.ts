import {
  disclosurePurposes,
  exportReceivers,
  noteDisclosure,
  type Disclosure,
  type DisclosurePurpose,
  type ExportReceiver,
} from '#libs/access/disclosures';
import { isRestricted } from '#libs/counter/erasure.desk';
import { disclosurePurposeNames } from '#libs/forms/disclosure-words.zh';
import { CliFault, usageFault } from './cli-fault.js';
import type { CliSession } from './session.js';

const purposes = disclosurePurposes.map((one) => `${one} ${disclosurePurposeNames[one]}`).join('、');
export const purposeHelp = `用途：${purposes}`;
export const receiverHelp = `交给谁，默认 HIGHER_ORGANIZATION：${exportReceivers.join('、')}`;

/** Throws CliFault where it is missing or none of the list. */
export function purposeIn(text: string | undefined): DisclosurePurpose {
  const found = disclosurePurposes.find((one) => one === text);
  if (found) return found;
  throw usageFault('查看完整的个人信息须说明用途。', `请加 --purpose，可用：${purposes}。`);
}

export function receiverIn(text = 'HIGHER_ORGANIZATION'): ExportReceiver {
  const found = exportReceivers.find((one) => one === text);
  if (found) return found;
  throw usageFault(`没有接收方 ${text}。`, `可用：${exportReceivers.join('、')}。`);
}

/** Notes whose data is about to be shown in clear. Throws CliFault for somebody kept under restriction. */
export async function disclosed({ house, actor }: CliSession, told: Omit<Disclosure, 'at' | 'by'>): Promise<void> {
  // On a roster their numbers stay masked; whatever is about one person is not shown at all.
  for (const volunteerId of told.means.startsWith('ANNEX') ? [] : told.volunteerIds)
    if (await isRestricted(house, volunteerId))
      throw new CliFault('此人的个人信息已限制处理：只保存，不查看、不使用。', '须先批准解除限制的申请。');
  await noteDisclosure(house.main.manager, { ...told, at: new Date(house.time()), by: actor.accountId });
}
