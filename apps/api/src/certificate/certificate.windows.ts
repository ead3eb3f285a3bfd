import { Controller, Inject, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { certificateDocument } from '#libs/books/certificate';
import { certificateDecider } from '#libs/certificate/certificate.decider';
import { certificateStream } from '#libs/certificate/certificate.events';
import { isRestricted } from '#libs/counter/erasure.desk';
import { organizationOfVolunteer } from '#libs/counter/volunteer.desk';
import { certificateHtml, type CertificateDocument } from '#libs/forms/certificate';
import { textHash } from '#libs/forms/form';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Page } from '#libs/projection-engine/paging';
import {
  certificates,
  countByStanding,
  type CertificateItem,
  type StandingCount,
} from '#projections/certificate-register/certificate-register.query';
import { AccessNotes } from '../access/access-notes.js';
import { HOUSE, type House } from '../api-parts.js';
import { Shows } from '../docs/described.js';
import { Asking, idOf, oneOf, PathId, sorted, type Asked } from '../http/asked.js';
import { formPolicy } from '../http/form-policy.js';
import { Problem } from '../http/problem.js';
import { isOwn, Reading, restrictedText } from '../http/reading.js';
import { Signed, type SignedIn } from '../http/signed-in.js';
import { PathCertificate, type CertificateKey } from './path-certificate.js';

const filtered = { within: idOf<OrganizationId>('只看此党组织及其下级出具的') };
const standing = oneOf('状态', ['PREPARED', 'VALID', 'SUPERSEDED', 'REVOKED']);
const listed = { ...sorted(['number', 'name', 'serviceMinutes', 'preparedOn', 'standing']), ...filtered, standing };
const ofPerson = { ...sorted(['number', 'preparedOn', 'standing']), standing };
const printed = { format: oneOf('输出格式，默认 json', ['json', 'html']) };

interface CertificatesOfPerson extends Page<CertificateItem> {
  /** The person's next certificate, whichever unit makes it. */
  readonly nextOrdinal: number;
}

@ApiTags('服务记录证明')
@Controller('api/certificates')
export class CertificateWindows {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    private readonly reading: Reading,
    private readonly notes: AccessNotes,
  ) {}

  @Shows('', '证明登记（各状态数量的明细）', listed)
  async list(
    @Signed() { actor }: SignedIn,
    @Asking(listed) { within, ...asked }: Asked<typeof listed>,
  ): Promise<Page<CertificateItem>> {
    return certificates(this.house.read, { ...asked, scope: await this.reading.listScope(actor, within) });
  }

  @Shows('counts', '各状态的数量', filtered)
  async counts(
    @Signed() { actor }: SignedIn,
    @Asking(filtered) { within }: Asked<typeof filtered>,
  ): Promise<{ items: readonly StandingCount[] }> {
    return { items: await countByStanding(this.house.read, { scope: await this.reading.listScope(actor, within) }) };
  }

  @Shows(':volunteerId', '一名志愿者的证明；本人可看自己的', ofPerson)
  async ofVolunteer(
    @Signed() { actor }: SignedIn,
    @PathId('volunteerId') volunteerId: VolunteerId,
    @Asking(ofPerson) asked: Asked<typeof ofPerson>,
  ): Promise<CertificatesOfPerson> {
    const scope = await this.reading.scopeFor(actor, volunteerId);
    const home = await organizationOfVolunteer(this.house, volunteerId);
    const isSeen = scope === undefined || (home !== undefined && scope.includes(home));
    await this.reading.found(actor, volunteerId, isSeen ? home : undefined);
    const all = await certificates(this.house.read, { volunteerId, scope: undefined, pageSize: 1 });
    return { ...(await certificates(this.house.read, { ...asked, volunteerId, scope })), nextOrdinal: all.total + 1 };
  }

  @Shows(':volunteerId/:ordinal', '一份证明，可直接打印（A4）；本人可打印自己的', printed)
  async one(
    @Signed() signed: SignedIn,
    @PathCertificate() key: CertificateKey,
    @Asking(printed) { format }: Asked<typeof printed>,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<string | CertificateDocument> {
    const document = await this.document(signed, key);
    if (format !== 'html') return document;
    void reply.type('text/html; charset=utf-8').header('content-security-policy', formPolicy);
    return certificateHtml(document);
  }

  /** The paper shows the whole ID number: for the person and for the unit that issues it, and noted. */
  private async document({ actor }: SignedIn, key: CertificateKey): Promise<CertificateDocument> {
    const { volunteerId, ordinal } = key;
    const found = await this.house.ledger.load(certificateDecider, certificateStream(volunteerId, ordinal));
    if (found.status === 'unwritten') return this.reading.found<CertificateDocument>(actor, volunteerId, undefined);
    const { organizationId } = found.prepared;
    if (!isOwn(actor, volunteerId)) {
      await this.reading.assertSees(actor, organizationId);
      if (await isRestricted(this.house, volunteerId)) throw new Problem('not_allowed', { detail: restrictedText });
    }
    const document = await this.reading.found(actor, volunteerId, await certificateDocument(this.house, key));
    await this.notes.disclosed(actor, {
      ...{ organizationId, means: 'CERTIFICATE', purpose: 'CERTIFICATE', volunteerIds: [volunteerId] },
      groups: ['identity'],
      export: { receiver: 'PERSON', contentHash: textHash(certificateHtml(document)) },
    });
    return document;
  }
}
