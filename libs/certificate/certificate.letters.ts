import type { Addressee, LetterRule } from '#libs/kernel/letter';
import type { CertificateEvent } from './certificate.events.js';

const toHolder = ({ data: { volunteerId, organizationId } }: { readonly data: Addressee }): Addressee => ({
  volunteerId,
  organizationId,
});

/** The holder of a paper is written to when it is issued, and when it holds no longer. */
export const certificateLetters: LetterRule<CertificateEvent> = {
  CertificateIssued: toHolder,
  CertificateSuperseded: toHolder,
  CertificateRevoked: toHolder,
};
