import type { AuditReport } from '#libs/proof/audit-report';
import type { Bundle } from '#libs/proof/bundle';
import { BundleBuilder } from '#libs/sealing/bundle-builder';
import { headOf } from '#libs/sealing/proof-store';
import { auditAside, ownAuditTask, type Listening, type OwnAuditPlace } from './own-audit.js';

/** Somebody has this process verify already; two at once would take the machine from those who work. */
export class AuditUnderWay extends Error {
  override readonly name = 'AuditUnderWay';
}

/** What an auditor may have this process do: reads, and writes nothing. */
export interface HouseAudit {
  /** Entries sealed: how far a verification has to go. */
  readonly sealedCount: () => Promise<number>;
  /** The whole log from its first entry. Throws AuditUnderWay, AuditAbandoned, PolicyMissing and what the log throws. */
  readonly verify: (listening: Listening) => Promise<AuditReport>;
  /** One person's entries with their proofs; what is personal stays closed. Throws NothingSealed and LogAndTreeDiffer. */
  readonly bundle: (subject: string) => Promise<Bundle>;
}

export function houseAuditOf(place: OwnAuditPlace, time: () => number): HouseAudit {
  const { store, mainPool: pool } = place.house;
  let isUnderWay = false;
  return {
    sealedCount: async () => (await headOf(pool)).size,
    verify: async (listening) => {
      if (isUnderWay) throw new AuditUnderWay();
      isUnderWay = true;
      try {
        return await auditAside(await ownAuditTask(place, { whole: true, held: [], now: time() }), listening);
      } finally {
        isUnderWay = false;
      }
    },
    bundle: (subject) => new BundleBuilder({ store, log: store.log, pool }).build(subject),
  };
}
