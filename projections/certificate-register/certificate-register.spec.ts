import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { certificateStream } from '#libs/certificate/certificate.events';
import type { AccountId, HoursEntryId, OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { LocalDate, Minutes } from '#libs/kernel/time';
import { volunteerStream } from '#libs/volunteer/volunteer.events';
import { projectionBench, type GivenEvent, type ProjectionBench } from '../../test/support/projection-bench.js';
import { certificateRegister } from './certificate-register.projection.js';
import { certificatePlace, certificates, countByStanding } from './certificate-register.query.js';

const idOf = <T extends string>(n: number): T => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as T;
const day = (text: string): LocalDate => text as LocalDate;
const volunteerId = idOf<VolunteerId>(1);
const organizationId = idOf<OrganizationId>(2);
const scope = [organizationId];
const codeOf = (n: number): string => `ABCDEFGHJK${String(n).padStart(2, '0')}`;

const prepared = (ordinal: number): GivenEvent => ({
  type: 'CertificatePrepared',
  data: {
    volunteerId,
    ordinal,
    organizationId,
    number: `C2026-00000${ordinal}`,
    code: codeOf(ordinal),
    fromOn: day('2026-01-01'),
    untilOn: day('2026-06-30'),
    serviceMinutes: 600 as Minutes,
    broughtForwardMinutes: 60 as Minutes,
    activities: 4,
    entries: 5,
    position: '42',
    preparedOn: day('2026-07-01'),
    handledBy: idOf<AccountId>(3),
    handlerName: '经办人',
  },
});
const key = (ordinal: number) => ({ volunteerId, ordinal, organizationId });
const issued = (ordinal: number): GivenEvent => ({
  type: 'CertificateIssued',
  data: { ...key(ordinal), issuedOn: day('2026-07-02'), headedBy: idOf<AccountId>(4), headName: '负责人' },
});
const superseded = (ordinal: number, n: number): GivenEvent => ({
  type: 'CertificateSuperseded',
  data: {
    ...key(ordinal),
    entryId: idOf<HoursEntryId>(100 + n),
    servedOn: day('2026-03-05'),
    change: 'REVERSED',
    supersededOn: day('2026-07-03'),
  },
});

describe('the register of certificates', () => {
  let bench: ProjectionBench;
  beforeAll(async () => {
    bench = await projectionBench(certificateRegister);
    await bench.given(volunteerStream(volunteerId), {
      type: 'ApplicationSubmitted',
      data: {
        volunteerId,
        organizationId,
        participantKind: 'FULL_MEMBER',
        submittedOn: day('2026-01-05'),
        source: 'PAPER_FORM',
        onBehalf: 'RECORDER',
        consents: ['REGISTRATION'],
        doubts: [],
        name: '丁𠮷安',
        sex: '2',
      },
    });
    await bench.givenAll([
      [certificateStream(volunteerId, 1), prepared(1)],
      [certificateStream(volunteerId, 2), prepared(2), issued(2)],
      [certificateStream(volunteerId, 3), prepared(3), issued(3), superseded(3, 1), superseded(3, 2)],
      [
        certificateStream(volunteerId, 4),
        prepared(4),
        issued(4),
        {
          type: 'CertificateRevoked',
          data: { ...key(4), reasonCode: 'FALSE_CLAIM', revokedOn: day('2026-07-04') },
        },
      ],
    ]);
  });
  afterAll(() => bench.close());

  it('says of each whether it stands, without its code', async () => {
    const { items } = await certificates(bench.source, { scope });
    expect(items.map(({ number, standing, changes, name }) => [number, standing, changes, name])).toEqual([
      ['C2026-000001', 'PREPARED', 0, '丁𠮷安'],
      ['C2026-000002', 'VALID', 0, '丁𠮷安'],
      ['C2026-000003', 'SUPERSEDED', 2, '丁𠮷安'],
      ['C2026-000004', 'REVOKED', 0, '丁𠮷安'],
    ]);
    expect(JSON.stringify(items)).not.toContain('ABCDEFGHJK');
    expect(items[3]).toMatchObject({
      revokedOn: '2026-07-04',
      revocationReason: 'FALSE_CLAIM',
      issuedOn: '2026-07-02',
    });
  });

  it('counts as many as it lists', async () => {
    const counts = await countByStanding(bench.source, { scope });
    expect(counts.reduce((sum, one) => sum + one.certificates, 0)).toBe(4);
    for (const { standing, certificates: count } of counts)
      expect((await certificates(bench.source, { scope, standing })).total).toBe(count);
  });

  it('finds a paper by number and code together only', async () => {
    const found = { number: 'C2026-000002', code: codeOf(2) };
    expect(await certificatePlace(bench.source, found)).toEqual({ volunteerId, ordinal: 2 });
    expect(await certificatePlace(bench.source, { ...found, code: codeOf(3) })).toBeUndefined();
  });

  it('shows nothing outside the scope', async () => {
    const outside = { scope: [idOf<OrganizationId>(77)] };
    expect((await certificates(bench.source, outside)).total).toBe(0);
    expect(await countByStanding(bench.source, outside)).toEqual([]);
  });
});
