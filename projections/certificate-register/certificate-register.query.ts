import type { Standing } from '#libs/certificate/certificate.state';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { inScope } from '#libs/projection-engine/as-of';
import {
  orderOf,
  pageOf,
  rowsOf,
  type Page,
  type Paging,
  type Reader,
  type Sorting,
} from '#libs/projection-engine/paging';
import type { CertificateLine } from './certificate-register.entity.js';

/** The code stands on the paper only: whoever has it may look the paper up. */
export type CertificateItem = Omit<CertificateLine, 'code'> & { readonly name: string | null };

const sorts = {
  number: '"number"',
  name: '"name" collate "C"',
  serviceMinutes: '"serviceMinutes"',
  preparedOn: '"preparedOn"',
  standing: '"standing"',
} as const;
export type CertificateSort = keyof typeof sorts;

export interface CertificateFilter {
  readonly volunteerId?: VolunteerId | undefined;
  /** Units that certify. */
  readonly scope: readonly OrganizationId[] | undefined;
}

const columns = `select c.volunteer_id as "volunteerId", c.ordinal, c.organization_id as "organizationId", c.number, c.from_on as "fromOn",
    c.until_on as "untilOn", c.service_minutes as "serviceMinutes", c.brought_forward_minutes as "broughtForwardMinutes", c.standing,
    c.prepared_on as "preparedOn", c.handled_by as "handledBy", c.issued_on as "issuedOn", c.headed_by as "headedBy",
    c.public_from as "publicFrom", c.public_until as "publicUntil", c.changes, c.revoked_on as "revokedOn",
    c.revocation_reason as "revocationReason", n.name
  from read.certificate_register c left join read.certificate_register_name n on n.volunteer_id = c.volunteer_id`;

const filtered = `${inScope('c.organization_id', '$1')} and ($2::uuid is null or c.volunteer_id = $2)`;
const valuesOf = ({ scope, volunteerId }: CertificateFilter): unknown[] => [scope ?? null, volunteerId ?? null];

export function certificates(
  source: Reader,
  asked: CertificateFilter & { readonly standing?: Standing | undefined } & Paging & Sorting<CertificateSort>,
): Promise<Page<CertificateItem>> {
  const text = `${columns} where ${filtered} and ($3::text is null or c.standing = $3)`;
  const values = [...valuesOf(asked), asked.standing ?? null];
  return pageOf(source, { text, values }, orderOf(sorts, asked, { otherwise: 'number', key: '"number"' }), asked);
}

export interface StandingCount {
  readonly standing: Standing;
  readonly certificates: number;
}

/** How many stand, and how many no longer. Twin of each count: `certificates` with that standing. */
export const countByStanding = (source: Reader, asked: CertificateFilter): Promise<StandingCount[]> =>
  rowsOf(source, {
    text: `select c.standing, count(*) as certificates from read.certificate_register c where ${filtered} group by 1 order by 1`,
    values: valuesOf(asked),
  });

export interface CertificatePlace {
  readonly volunteerId: VolunteerId;
  readonly ordinal: number;
}

/** Where the certificate of a number and its code stands in the log; undefined unless both are right. */
export async function certificatePlace(
  source: Reader,
  { number, code }: { readonly number: string; readonly code: string },
): Promise<CertificatePlace | undefined> {
  const [place] = await rowsOf<CertificatePlace>(source, {
    text: `select volunteer_id as "volunteerId", ordinal from read.certificate_register where number = $1 and code = $2`,
    values: [number, code],
  });
  return place;
}
