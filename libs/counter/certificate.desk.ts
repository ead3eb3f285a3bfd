import { randomInt } from 'node:crypto';
import { v5 as uuidv5 } from 'uuid';
import { certificateDecider, type CertificateFacts } from '#libs/certificate/certificate.decider';
import type {
  CertificateCommand,
  FollowHoursChange,
  FollowRecordsParted,
} from '#libs/certificate/certificate.commands';
import { certificateStream } from '#libs/certificate/certificate.events';
import type { Certificate } from '#libs/certificate/certificate.state';
import type { Context, Receipt } from '#libs/event-store/ledger';
import type { Position } from '#libs/event-store/port';
import { hoursStream } from '#libs/hours/hours.events';
import type { CommandId, VolunteerId } from '#libs/kernel/ids';
import { yearOf } from '#libs/kernel/time';
import { certifiedEntries, certifiedHours } from './certified-hours.js';
import { endOf } from '#libs/organization/organization.state';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import type { WrittenEntry } from '#libs/hours/hours.state';
import type { CounterParts, Desk } from './desk.js';
import { headReceipt } from './figures.js';
import { loadOrganization, successorOf } from './organization.desk.js';
import { policyInForce } from './policy-in-force.js';
import { loadVolunteer } from './volunteer.desk.js';

type ByPerson = Exclude<CertificateCommand, { type: 'FollowHoursChange' | 'FollowRecordsParted' }>;

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
    if (endOf(await loadOrganization(parts, command.data.organizationId))) return { issuerEnded: true };
    const hours = await certifiedHours(parts, command.data);
    const inOrder = ordinal === 1 || (await load(volunteerId, ordinal - 1)).status === 'written';
    if (hours.entries === 0 || !inOrder) return { inOrder };
    const number = await parts.certificateNumbers.take(volunteerId, ordinal, Number(today.slice(0, 4)));
    return { inOrder, hours, number, code: randomCode() };
  };
  return {
    about: async (command) => {
      if (command.type === 'FollowHoursChange' || command.type === 'FollowRecordsParted') return undefined;
      const { volunteerId, ordinal } = command.data;
      if (command.type === 'PrepareCertificate') return { organizationId: command.data.organizationId, volunteerId };
      const certificate = await load(volunteerId, ordinal);
      if (certificate.status === 'unwritten') return undefined;
      // F-21: what an ended body prepared or issued, the one that took over its records goes on with.
      return { organizationId: await successorOf(parts, certificate.prepared.organizationId), volunteerId };
    },
    perform: async (command, context) => {
      if (command.type === 'FollowHoursChange') return followHoursChange(parts, command.data, context);
      if (command.type === 'FollowRecordsParted') return followRecordsParted(parts, command.data, context);
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

/** An entry may stand on certificates of its own record and of the one that it gave way to (F-08). */
async function followHoursChange(parts: CounterParts, changed: FollowHoursChange, context: Context): Promise<Receipt> {
  const { volunteerId, entryId, servedOn } = changed;
  const record = await loadVolunteer(parts, volunteerId);
  const holders = record.status === 'merged' ? [volunteerId, record.survivorId] : [volunteerId];
  let last: Receipt | undefined;
  for (const holder of holders)
    for await (const { ordinal, used } of certificatesOf(parts, holder)) {
      if (!used.some((entry) => entry.entryId === entryId)) continue;
      last = await followOne(parts, { holder, ordinal, changed }, context);
    }
  // No certificate used the entry: nothing new is said, and the receipt is that of what was changed.
  return last ?? headReceipt(parts.store, hoursStream(volunteerId, yearOf(servedOn)));
}

/** Every entry of the other record that a certificate used is now somebody else's. */
async function followRecordsParted(
  parts: CounterParts,
  { volunteerId, duplicateId }: FollowRecordsParted,
  context: Context,
): Promise<Receipt> {
  let last: Receipt | undefined;
  for await (const { ordinal, used } of certificatesOf(parts, volunteerId))
    for (const { entryId, servedOn } of used.filter((entry) => entry.volunteerId === duplicateId)) {
      const changed: FollowHoursChange = {
        ...{ volunteerId: duplicateId, entryId, servedOn },
        ...{ change: 'RECORDS_PARTED', falseClaim: false },
      };
      last = await followOne(parts, { holder: volunteerId, ordinal, changed }, context);
    }
  return last ?? headReceipt(parts.store, volunteerStream(volunteerId));
}

interface UsedBy {
  readonly ordinal: number;
  /** The entries that the paper was made from. */
  readonly used: readonly WrittenEntry[];
}

async function* certificatesOf(parts: CounterParts, volunteerId: VolunteerId): AsyncIterable<UsedBy> {
  for (let ordinal = 1; ; ordinal++) {
    const certificate = await parts.ledger.load(certificateDecider, certificateStream(volunteerId, ordinal));
    if (certificate.status === 'unwritten') return;
    const used = await certifiedEntries(parts, certificate.prepared, certificate.prepared.position as Position);
    yield { ordinal, used };
  }
}

interface Followed {
  readonly holder: VolunteerId;
  readonly ordinal: number;
  readonly changed: FollowHoursChange;
}

/** One decision for each certificate and entry, under an id of its own. */
function followOne(parts: CounterParts, { holder, ordinal, changed }: Followed, context: Context): Promise<Receipt> {
  const told = holder === changed.volunteerId ? String(ordinal) : `${holder} ${ordinal} ${changed.entryId}`;
  return parts.ledger.run(certificateDecider, {
    stream: certificateStream(holder, ordinal),
    command: { type: 'FollowHoursChange', data: changed },
    context: { ...context, commandId: uuidv5(told, context.commandId) as CommandId },
    facts: (): Promise<CertificateFacts> => Promise.resolve({ usesEntry: true }),
  });
}
