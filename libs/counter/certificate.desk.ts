import { randomInt } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { certificateDecider, type CertificateFacts } from '#libs/certificate/certificate.decider';
import type { CertificateCommand, FollowHoursChange } from '#libs/certificate/certificate.commands';
import { certificateStream } from '#libs/certificate/certificate.events';
import type { Certificate } from '#libs/certificate/certificate.state';
import type { Context, Receipt } from '#libs/event-store/ledger';
import type { Position } from '#libs/event-store/port';
import { hoursStream } from '#libs/hours/hours.events';
import type { CommandId, VolunteerId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { certifiedEntries, certifiedHours } from './certified-hours.js';
import type { CounterParts, Desk } from './desk.js';
import { headReceipt } from './figures.js';
import { policyInForce } from './policy-in-force.js';

type ByPerson = Exclude<CertificateCommand, { type: 'FollowHoursChange' }>;

// Crockford: no I, L, O, U, so that a code read aloud or off a paper is one code.
const codeSigns = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const randomCode = (): string => Array.from({ length: 12 }, () => codeSigns[randomInt(codeSigns.length)]).join('');

export function certificateDesk(parts: CounterParts): Desk<CertificateCommand> {
  const load = (volunteerId: VolunteerId, ordinal: number): Promise<Certificate> =>
    parts.ledger.load(certificateDecider, certificateStream(volunteerId, ordinal));
  const factsFor = async (command: ByPerson, today: string): Promise<CertificateFacts> => {
    const { volunteerId, ordinal } = command.data;
    if (command.type === 'PublicizeCertificate') {
      const certificate = await load(volunteerId, ordinal);
      if (certificate.status === 'unwritten') return {};
      const { rules } = await policyInForce(parts, certificate.prepared.organizationId, command.data.publicFrom);
      return { publicityDaysMin: rules.certificatePublicityDaysMin.value };
    }
    if (command.type !== 'PrepareCertificate' || command.data.untilOn < command.data.fromOn) return {};
    const hours = await certifiedHours(parts, command.data);
    const inOrder = ordinal === 1 || (await load(volunteerId, ordinal - 1)).status === 'written';
    if (hours.entries === 0 || !inOrder) return { inOrder };
    const number = await parts.certificateNumbers.take(volunteerId, ordinal, Number(today.slice(0, 4)));
    return { inOrder, hours, number, code: randomCode() };
  };
  return {
    about: async (command) => {
      if (command.type === 'FollowHoursChange') return undefined;
      const { volunteerId, ordinal } = command.data;
      if (command.type === 'PrepareCertificate') return { organizationId: command.data.organizationId, volunteerId };
      const certificate = await load(volunteerId, ordinal);
      return certificate.status === 'unwritten'
        ? undefined
        : { organizationId: certificate.prepared.organizationId, volunteerId };
    },
    perform: async (command, context) => {
      if (command.type === 'FollowHoursChange') return followEach(parts, command, context);
      const stream = certificateStream(command.data.volunteerId, command.data.ordinal);
      return parts.ledger.run(certificateDecider, {
        stream,
        command,
        context,
        facts: () => factsFor(command, parts.today()),
      });
    },
  };
}

/** One decision for each certificate of the person that used the entry, each under an id of its own. */
async function followEach(
  parts: CounterParts,
  command: { readonly type: 'FollowHoursChange'; readonly data: FollowHoursChange },
  context: Context,
): Promise<Receipt> {
  const { volunteerId, entryId, servedOn } = command.data;
  let last: Receipt | undefined;
  for (let ordinal = 1; ; ordinal++) {
    const stream = certificateStream(volunteerId, ordinal);
    const certificate = await parts.ledger.load(certificateDecider, stream);
    if (certificate.status === 'unwritten') break;
    const used = await certifiedEntries(parts, certificate.prepared, certificate.prepared.position as Position);
    if (!used.some((entry) => entry.entryId === entryId)) continue;
    const commandId = uuidv5(String(ordinal), context.commandId) as CommandId;
    const facts = (): Promise<CertificateFacts> => Promise.resolve({ usesEntry: true });
    last = await parts.ledger.run(certificateDecider, { stream, command, context: { ...context, commandId }, facts });
  }
  // No certificate used the entry: nothing new is said, and the receipt is that of what was changed.
  return last ?? headReceipt(parts.store, hoursStream(volunteerId, yearOf(servedOn)));
}
