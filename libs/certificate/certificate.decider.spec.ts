import { describe, expect, it } from '@jest/globals';
import type { Act } from '#libs/kernel/decider';
import { EventCodec } from '#libs/event-store/codec';
import type { AccountId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { refusedAs, someAct, specification } from '#libs/kernel/specification';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import type { CertificateCommand } from './certificate.commands.js';
import { certificateDecider, type CertificateFacts } from './certificate.decider.js';
import { certificateEvents, certificateStream, type CertificateEvent } from './certificate.events.js';
import { standingOf } from './certificate.state.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const head: Act = { ...someAct, by: idOf<AccountId>(4) };
const own: Act = { ...someAct, byVolunteer: volunteerId };

const key = { volunteerId, ordinal: 1 };
const asked = { ...key, organizationId, fromOn: day('2026-01-01'), untilOn: day('2026-06-30'), handlerName: '经办人' };
const prepare = (changes: object = {}): CertificateCommand => ({
  type: 'PrepareCertificate',
  data: { ...asked, ...changes },
});
const hours = {
  serviceMinutes: 600 as Minutes,
  broughtForwardMinutes: 0 as Minutes,
  activities: 4,
  entries: 5,
  position: '42',
};
const facts: CertificateFacts = { inOrder: true, hours, number: 'C2026-000001', code: '0123456789AB' };
const prepared: CertificateEvent = {
  type: 'CertificatePrepared',
  data: {
    ...asked,
    ...hours,
    number: 'C2026-000001',
    code: '0123456789AB',
    preparedOn: someAct.today,
    handledBy: someAct.by,
  },
};
const issue: CertificateCommand = { type: 'IssueCertificate', data: { ...key, headName: '负责人' } };
const issued: CertificateEvent = {
  type: 'CertificateIssued',
  data: { ...key, organizationId, issuedOn: head.today, headedBy: head.by, headName: '负责人' },
};
const publicize = (publicUntil: string, publicFrom = '2026-07-01'): CertificateCommand => ({
  type: 'PublicizeCertificate',
  data: { ...key, publicFrom: day(publicFrom), publicUntil: day(publicUntil) },
});
const revoke: CertificateCommand = {
  type: 'RevokeCertificate',
  data: { ...key, reasonCode: 'ISSUED_IN_ERROR', reason: '日期写错' },
};
const entryId = idOf<HoursEntryId>(9);
const follow = (falseClaim = false): CertificateCommand => ({
  type: 'FollowHoursChange',
  data: { volunteerId, entryId, servedOn: day('2026-03-05'), change: 'REVERSED', falseClaim },
});
const superseded: CertificateEvent = {
  type: 'CertificateSuperseded',
  data: {
    ...key,
    organizationId,
    entryId,
    servedOn: day('2026-03-05'),
    change: 'REVERSED',
    supersededOn: someAct.today,
  },
};
const revoked: CertificateEvent = {
  type: 'CertificateRevoked',
  data: { ...key, organizationId, reasonCode: 'ISSUED_IN_ERROR', revokedOn: someAct.today, reason: '日期写错' },
};

const when = (
  past: readonly CertificateEvent[],
  command: CertificateCommand,
  known: CertificateFacts = {},
  act = someAct,
) => specification(certificateDecider)(...past).when(command, known, act);
const standing = (...past: readonly CertificateEvent[]): string => {
  const state = past.reduce(certificateDecider.evolve, certificateDecider.initial);
  return state.status === 'unwritten' ? 'unwritten' : standingOf(state);
};

describe('preparing a certificate', () => {
  it('writes the figures of the issuer’s hours with number, code and position', () => {
    expect(when([], prepare(), facts)).toEqual([prepared]);
  });

  it('says nothing when asked the same again, and refuses another content', () => {
    expect(when([prepared], prepare(), facts)).toEqual([]);
    expect(refusedAs(when([prepared], prepare({ untilOn: day('2026-05-31') }), facts))).toBe(
      'certificate_is_prepared_once',
    );
  });

  it.each<[string, CertificateFacts, string]>([
    ['no hours', { ...facts, hours: { ...hours, entries: 0 } }, 'certificate_needs_hours_of_the_issuer'],
    ['the one before missing', { ...facts, inOrder: false }, 'certificates_are_numbered_in_order'],
  ])('is refused with %s', (_what, known, refusal) => {
    expect(refusedAs(when([], prepare(), known))).toBe(refusal);
  });

  it.each([
    ['2026-06-30', undefined],
    ['2026-07-01', undefined],
    ['2026-07-02', 'day_must_not_lie_ahead'],
    ['2025-12-31', 'end_must_not_precede_beginning'],
    ['2026-01-01', undefined],
  ])('of service until %s, asked on 2026-07-01', (untilOn, refusal) => {
    expect(refusedAs(when([], prepare({ untilOn: day(untilOn) }), facts))).toBe(refusal);
  });

  it('is refused to the person whose hours they are', () => {
    expect(refusedAs(when([], prepare(), facts, own))).toBe('nobody_certifies_their_own_hours');
  });
});

describe('issuing a certificate', () => {
  it('takes a second account, and says nothing when repeated', () => {
    expect(when([prepared], issue, {}, head)).toEqual([issued]);
    expect(when([prepared, issued], issue, {}, head)).toEqual([]);
    expect(refusedAs(when([prepared], issue))).toBe('head_and_handler_must_differ');
  });

  it('is refused before it was prepared, to the person, and where the hours have changed since', () => {
    expect(refusedAs(when([], issue, {}, head))).toBe('certificate_must_be_prepared');
    expect(refusedAs(when([prepared], issue, {}, { ...head, byVolunteer: volunteerId }))).toBe(
      'nobody_certifies_their_own_hours',
    );
    expect(refusedAs(when([prepared, superseded], issue, {}, head))).toBe('certificate_must_stand');
  });
});

describe('the publicity', () => {
  it.each([
    ['2026-07-06', 'publicity_lasts_long_enough'],
    ['2026-07-07', undefined],
    ['2026-07-08', undefined],
    ['2026-06-30', 'end_must_not_precede_beginning'],
  ])('from 2026-07-01 to %s, both included', (until, refusal) => {
    expect(refusedAs(when([prepared, issued], publicize(until), { publicityDaysMin: 7 }))).toBe(refusal);
  });

  it('comes after the issue, once, while the certificate stands', () => {
    const publicized = when([prepared, issued], publicize('2026-07-07'), { publicityDaysMin: 7 }) as CertificateEvent[];
    expect(refusedAs(when([prepared], publicize('2026-07-07')))).toBe('certificate_must_be_issued');
    expect(refusedAs(when([prepared, issued, superseded], publicize('2026-07-07')))).toBe('certificate_must_stand');
    expect(when([prepared, issued, ...publicized], publicize('2026-07-07'))).toEqual([]);
    expect(refusedAs(when([prepared, issued, ...publicized], publicize('2026-07-09')))).toBe(
      'certificate_is_publicized_once',
    );
  });
});

describe('what becomes of a certificate', () => {
  it('is revoked by a person, once, and not by the one it is about', () => {
    expect(when([prepared, issued], revoke)).toEqual([revoked]);
    expect(when([prepared, issued, revoked], revoke)).toEqual([]);
    expect(refusedAs(when([prepared, issued], revoke, {}, own))).toBe('nobody_certifies_their_own_hours');
  });

  it('is superseded when an entry it used changes, once for each change', () => {
    expect(when([prepared, issued], follow(), { usesEntry: true })).toEqual([superseded]);
    expect(when([prepared, issued, superseded], follow(), { usesEntry: true })).toEqual([]);
    expect(when([prepared, issued], follow(), { usesEntry: false })).toEqual([]);
    expect(when([], follow(), { usesEntry: true })).toEqual([]);
  });

  it('is revoked when an entry it used was a false claim (F-01)', () => {
    expect(when([prepared, issued], follow(true), { usesEntry: true })).toMatchObject([
      { type: 'CertificateRevoked', data: { reasonCode: 'FALSE_CLAIM', entryId } },
    ]);
    expect(when([prepared, issued, revoked], follow(true), { usesEntry: true })).toEqual([]);
  });

  it('is told in one word', () => {
    expect(standing()).toBe('unwritten');
    expect(standing(prepared)).toBe('PREPARED');
    expect(standing(prepared, issued)).toBe('VALID');
    expect(standing(prepared, issued, superseded)).toBe('SUPERSEDED');
    expect(standing(prepared, issued, superseded, revoked)).toBe('REVOKED');
  });

  it('is decided only as the event definitions accept', () => {
    const codec = new EventCodec(certificateEvents);
    for (const event of [prepared, issued, superseded, revoked])
      expect(codec.split(event, certificateStream(volunteerId, 1)).clear).toMatchObject({ volunteerId, ordinal: 1 });
  });
});
