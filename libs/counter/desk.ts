import type { DataSource } from 'typeorm';
import type { Role } from '#libs/access/actor';
import type { ExportRegister } from '#libs/access/export-register';
import type { EventCodec } from '#libs/event-store/codec';
import type { Context, Ledger, Receipt } from '#libs/event-store/ledger';
import type { EventStore, Position } from '#libs/event-store/port';
import type { Message } from '#libs/kernel/decider';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import type { BlindIndex } from '#libs/privacy/blind-index';
import type { CheckInCodes } from './check-in-codes.js';
import type { EvidenceFiles } from './evidence-files.js';
import type { OrganizationTree } from './organization-tree.js';
import type { CertificateNumbers } from './certificate-numbers.js';
import type { VolunteerNumbers } from './volunteer-numbers.js';

/** What a command is about, for the permission. */
export interface About {
  readonly organizationId: OrganizationId;
  readonly volunteerId?: VolunteerId;
  /** Where what was written before leaves the decision to some of the roles that the command has. */
  readonly roles?: readonly Role[];
  /** Further organizations on which the actor must have the role: both ends of a merge. */
  readonly alsoIn?: readonly OrganizationId[];
}

/** Where one slice's commands are taken: it knows their stream and gathers the facts of other streams for the decider. */
export interface Desk<C extends Message<string, unknown>> {
  /** Undefined when what the command names does not exist. */
  about(command: C): Promise<About | undefined>;
  perform(command: C, context: Context): Promise<Receipt>;
}

export interface CounterParts {
  readonly ledger: Ledger;
  readonly store: EventStore;
  readonly codec: EventCodec;
  readonly blindIndex: BlindIndex;
  readonly tree: OrganizationTree;
  readonly read: DataSource;
  readonly numbers: VolunteerNumbers;
  readonly checkInCodes: CheckInCodes;
  readonly evidenceFiles: EvidenceFiles;
  readonly certificateNumbers: CertificateNumbers;
  readonly exports: ExportRegister;
  /** Today in Asia/Shanghai, by the ledger's clock. */
  readonly today: () => LocalDate;
  /** Waits until the windows have seen a position; false when they have not in good time. */
  readonly waitFor: (position: Position) => Promise<boolean>;
}
