import type { CertificateEvent } from '#libs/certificate/certificate.events';
import { certificateStream } from '#libs/certificate/certificate.events';
import { certificateDecider } from '#libs/certificate/certificate.decider';
import { standingOf, type WrittenCertificate } from '#libs/certificate/certificate.state';
import type { ActivityEvent } from '#libs/activity/activity.events';
import { activityStream } from '#libs/activity/activity.events';
import { certifiedEntries, isBroughtForward } from '#libs/counter/certified-hours';
import type { Position } from '#libs/event-store/port';
import type { CertificateChange, CertificateDocument, CertifiedService } from '#libs/forms/certificate';
import type { House } from '#libs/house/house';
import { hoursStream, type HoursEvent } from '#libs/hours/hours.events';
import { yearOf } from '#libs/kernel/time';
import type { WrittenEntry } from '#libs/hours/hours.state';
import type { ActivityId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { OrganizationEvent } from '#libs/organization/organization.events';
import { organizationStream } from '#libs/organization/organization.events';
import type { VolunteerEvent } from '#libs/volunteer/volunteer.events';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { openedStream } from './opened-stream.js';

type Parts = Pick<House, 'ledger' | 'store' | 'codec' | 'keys' | 'tree'>;

export interface CertificateAsked {
  readonly volunteerId: VolunteerId;
  readonly ordinal: number;
}

/**
 * The certificate as it was prepared, folded from the streams of the person, the activities and the unit up to its position:
 * printed again, it is the same to the byte. What became of it since stands in `standing` and `changes`. Undefined where
 * there is none.
 */
export async function certificateDocument(
  parts: Parts,
  { volunteerId, ordinal }: CertificateAsked,
): Promise<CertificateDocument | undefined> {
  const certificate = await parts.ledger.load(certificateDecider, certificateStream(volunteerId, ordinal));
  if (certificate.status === 'unwritten') return undefined;
  const { prepared } = certificate;
  const upTo = prepared.position as Position;
  const used = await certifiedEntries(parts, prepared, upTo);
  const changes = await changesOf(parts, certificate, used);
  const { number, code, fromOn, untilOn, serviceMinutes, broughtForwardMinutes, entries, preparedOn } = prepared;
  return {
    ...{ number, code, fromOn, untilOn, serviceMinutes, broughtForwardMinutes, entries, preparedOn },
    ledgerPosition: prepared.position,
    ...(await personOn(parts, volunteerId, upTo)),
    issuer: await unitOn(parts, prepared.organizationId, upTo),
    services: await servicesOf(parts, used, upTo),
    ...(await signatoriesOf(parts, certificate)),
    ...statusOf(certificate, changes),
    changes,
  };
}

type Status = 'standing' | 'issuedOn' | 'publicFrom' | 'publicUntil' | 'revokedOn' | 'revocationReason';

function statusOf(
  certificate: WrittenCertificate,
  changes: readonly CertificateChange[],
): Pick<CertificateDocument, Status> {
  const { issued, publicized, revoked } = certificate;
  const standing = standingOf(certificate);
  return {
    // The hours themselves say so at once, before the reaction has written it down.
    standing: standing === 'VALID' && changes.length > 0 ? 'SUPERSEDED' : standing,
    issuedOn: issued ? issued.issuedOn : null,
    ...(publicized ? publicityOf(publicized) : { publicFrom: null, publicUntil: null }),
    ...(revoked
      ? { revokedOn: revoked.revokedOn, revocationReason: revoked.reasonCode }
      : { revokedOn: null, revocationReason: null }),
  };
}

const publicityOf = ({
  publicFrom,
  publicUntil,
}: NonNullable<WrittenCertificate['publicized']>): Pick<CertificateDocument, 'publicFrom' | 'publicUntil'> => ({
  publicFrom,
  publicUntil,
});

/** Entries that counted when the paper was made and count otherwise now. */
async function changesOf(
  parts: Parts,
  { prepared }: WrittenCertificate,
  used: readonly WrittenEntry[],
): Promise<readonly CertificateChange[]> {
  const now = new Map((await certifiedEntries(parts, prepared)).map((entry) => [entry.entryId, entry.serviceMinutes]));
  return used
    .map(({ entryId, servedOn, serviceMinutes: minutesBefore }) => ({
      servedOn,
      minutesBefore,
      minutesAfter: now.get(entryId) ?? 0,
    }))
    .filter(({ minutesBefore, minutesAfter }) => minutesBefore !== minutesAfter);
}

async function personOn(
  parts: Parts,
  volunteerId: VolunteerId,
  upTo: Position,
): Promise<Pick<CertificateDocument, 'name' | 'idNumber' | 'volunteerNumber'>> {
  const events = await openedStream<VolunteerEvent>(parts, volunteerStream(volunteerId), { open: ['identity'], upTo });
  let [name, idNumber, volunteerNumber] = ['', '', ''];
  for (const { type, data } of events) {
    if (type === 'VolunteerEnrolled') volunteerNumber = data.volunteerNumber;
    if (type !== 'ApplicationSubmitted' && type !== 'ParticularsChanged') continue;
    name = data.name ?? name;
    idNumber = data.idNumber ?? idNumber;
  }
  return { name, idNumber, volunteerNumber };
}

async function unitOn(
  parts: Parts,
  organizationId: OrganizationId,
  upTo: Position,
): Promise<CertificateDocument['issuer']> {
  const stream = organizationStream(organizationId);
  let issuer = { unitName: '', name: '' };
  for (const { type, data } of await openedStream<OrganizationEvent>(parts, stream, { open: ['free'], upTo }))
    if (type === 'PartyOrganizationRegistered' || type === 'PartyOrganizationRenamed')
      issuer = { unitName: data.unitName, name: data.name };
  return issuer;
}

async function servicesOf(
  parts: Parts,
  used: readonly WrittenEntry[],
  upTo: Position,
): Promise<readonly CertifiedService[]> {
  const together = new Map<string, WrittenEntry[]>();
  for (const entry of used) {
    const key = entry.activityId ?? entry.entryId;
    together.set(key, [...(together.get(key) ?? []), entry]);
  }
  const services: CertifiedService[] = [];
  for (const entries of together.values()) {
    const [first] = entries;
    const said = first?.activityId
      ? await activityOn(parts, first.activityId, upTo)
      : await claimOn(parts, first!, upTo);
    services.push({
      ...said,
      firstOn: first!.servedOn,
      lastOn: entries.at(-1)!.servedOn,
      serviceMinutes: entries.reduce((sum, { serviceMinutes }) => sum + serviceMinutes, 0),
      broughtForward: entries.every(isBroughtForward),
    });
  }
  return services;
}

type Said = Pick<CertifiedService, 'title' | 'place' | 'content'>;

/** What the person did without a team, as it was recorded by hand. */
async function claimOn(parts: Parts, { volunteerId, entryId, servedOn }: WrittenEntry, upTo: Position): Promise<Said> {
  const stream = hoursStream(volunteerId, yearOf(servedOn));
  for (const { type, data } of await openedStream<HoursEvent>(parts, stream, { open: ['free'], upTo }))
    if (type === 'ServiceHoursRecorded' && data.entryId === entryId)
      return { title: data.content, place: data.place ?? '', content: '' };
  return { title: '', place: '', content: '' };
}

async function activityOn(parts: Parts, activityId: ActivityId, upTo: Position): Promise<Said> {
  const stream = activityStream(activityId);
  let said: Said = { title: '', place: '', content: '' };
  for (const { type, data } of await openedStream<ActivityEvent>(parts, stream, { open: ['free'], upTo })) {
    if (type === 'ActivityPlanned') said = { title: data.title, place: data.place, content: data.content };
    if (type === 'ActivityChanged') said = { ...said, place: data.place ?? said.place };
  }
  return said;
}

/** The names stand in the certificate's own stream, which holds nothing but it. */
async function signatoriesOf(
  parts: Parts,
  { prepared: { volunteerId, ordinal } }: WrittenCertificate,
): Promise<Pick<CertificateDocument, 'handlerName' | 'headName' | 'issuerContact'>> {
  const stream = certificateStream(volunteerId, ordinal);
  const upTo = await parts.store.head();
  let [handlerName, headName, issuerContact] = ['', '', ''];
  for (const { type, data } of await openedStream<CertificateEvent>(parts, stream, { open: ['free'], upTo: upTo! })) {
    if (type === 'CertificatePrepared') [handlerName, issuerContact] = [data.handlerName, data.issuerContact ?? ''];
    if (type === 'CertificateIssued') headName = data.headName;
  }
  return { handlerName, headName, issuerContact };
}
