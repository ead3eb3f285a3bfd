import { expect, it } from '@jest/globals';
import type { AuditCheck } from '#libs/proof/audit-report';
import type { Entry } from '#libs/proof/entry';
import type { AuditAsked } from '#libs/proof/log-audit';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { Attack } from './attack.js';
import type { AttackedLedger } from './attacked-ledger.js';
import { volunteerId } from './made-up-facts.js';

/** The number, what the superuser does, and the checks that must find it. */
export type Attacking = readonly [
  name: string,
  attack: (attack: Attack) => Promise<Partial<AuditAsked> | void>,
  checks: readonly AuditCheck[],
];

export const streamOf = (n: number): string => volunteerStream(volunteerId(n));
export const nowSeconds = (): number => Math.floor(Date.now() / 1000);

/** A number in an entry that others follow, without any key. */
export async function changeOne(attack: Attack): Promise<void> {
  const [enrolment] = await attack.rows(`stream = '${streamOf(1)}' and type = 'VolunteerEnrolled'`);
  await attack.edit(enrolment!, /"volunteerNumber":"\d+"/, '"volunteerNumber":"2026999999"');
}

/** Data that every check of a single entry takes, by somebody with the writer's key. */
export const forged = ({ type, data }: Entry): Entry['data'] =>
  type === 'VolunteerEnrolled' ? { ...data, volunteerNumber: '2026999999' } : data;

/** Each of them against a copy of its own. */
export function itFinds(ledger: () => AttackedLedger, rows: readonly Attacking[]): void {
  it.each(rows)('%s', async (_, attackBy, checks) => {
    const found = await ledger().attacked(async (attack) => attack.checks((await attackBy(attack)) ?? {}));
    expect(found).toEqual(expect.arrayContaining([...checks]));
  });
}
