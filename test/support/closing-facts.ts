import { breachStream, type BreachEvent, type BreachId } from '#libs/breach/breach.events';
import { certificateStream } from '#libs/certificate/certificate.events';
import { correctionNoticeStream } from '#libs/correction-notice/correction-notice.events';
import type { Minutes } from '#libs/kernel/time';
import { day, organizationId, volunteerId } from './made-up-facts.js';
import type { GivenEvent } from './projection-bench.js';
import { accountId, credited, entryId } from './service-facts.js';

type GivenBreach = Extract<BreachEvent, { type: 'BreachPersonNotified' }>['data'];

const minutes = (value: number): Minutes => value as Minutes;

/** Served in a year that was closed when it was attested. */
const foundLate = (n: number) =>
  credited(92, { volunteerId: volunteerId(n), servedOn: day('2023-06-01'), recordedOn: day('2024-02-01'), late: true }).data;

/** A certificate that was prepared, issued, publicized, overtaken and revoked. */
const certificate = (n: number): readonly [stream: string, ...events: GivenEvent[]] => {
  const key = { volunteerId: volunteerId(n), ordinal: 1, organizationId: organizationId(1) };
  const prepared = {
    ...key,
    number: `C2026-${String(n).padStart(6, '0')}`,
    code: 'ABCDEFGHJK01',
    fromOn: day('2026-01-01'),
    untilOn: day('2026-06-30'),
    serviceMinutes: minutes(60),
    broughtForwardMinutes: minutes(0),
    activities: 1,
    entries: 1,
    position: '1',
    preparedOn: day('2026-07-01'),
    handledBy: accountId(1),
    handlerName: '示例经办人',
  };
  return [
    certificateStream(volunteerId(n), 1),
    { type: 'CertificatePrepared', data: prepared },
    {
      type: 'CertificateIssued',
      data: { ...key, issuedOn: day('2026-07-01'), headedBy: accountId(2), headName: '示例负责人' },
    },
    { type: 'CertificatePublicized', data: { ...key, publicFrom: day('2026-07-01'), publicUntil: day('2026-07-07') } },
    {
      type: 'CertificateSuperseded',
      data: {
        ...key,
        entryId: entryId(1),
        servedOn: day('2026-03-15'),
        change: 'REVERSED',
        supersededOn: day('2026-07-02'),
      },
    },
    { type: 'CertificateRevoked', data: { ...key, reasonCode: 'ISSUED_IN_ERROR', revokedOn: day('2026-07-03') } },
  ];
};

/** A year without hours that ends, and the next with what was found late. */
const years = (n: number): readonly (readonly [stream: string, ...events: GivenEvent[]])[] => {
  const person = { volunteerId: volunteerId(n) };
  return [
    [
      `hours-${volunteerId(n)}-2023`,
      {
        type: 'HoursYearClosed',
        data: {
          ...person,
          year: 2023,
          organizationId: organizationId(1),
          serviceMinutes: minutes(0),
          entries: 0,
          carriedMinutes: minutes(0),
          adjustmentMinutes: 0,
          closedOn: day('2024-01-20'),
        },
      },
    ],
    [
      `hours-${volunteerId(n)}-2024`,
      {
        type: 'HoursYearOpened',
        data: {
          ...person,
          year: 2024,
          carriedMinutes: minutes(0),
          closedYear: 2023,
          closedRevision: 0,
          closedHash: `${'A'.repeat(43)}=`,
          openedOn: day('2024-01-20'),
        },
      },
      { type: 'PriorYearServicePosted', data: { ...foundLate(n), year: 2024, adjustsYear: 2023 } },
      {
        type: 'PriorYearAdjusted',
        data: {
          ...person,
          year: 2024,
          adjustmentId: entryId(90),
          adjustsYear: 2023,
          entryId: entryId(91),
          organizationId: organizationId(1),
          servedOn: day('2023-05-01'),
          minutesBefore: minutes(0),
          minutesAfter: minutes(30),
          reasonCode: 'DISPUTE_UPHELD',
          adjustedOn: day('2024-02-01'),
          reason: '漏记',
        },
      },
    ],
  ];
};

/** Whoever has the certificate was told that it rests on what was adjusted. */
const told = (n: number): readonly [stream: string, ...events: GivenEvent[]] => [
  correctionNoticeStream(entryId(90)),
  {
    type: 'CorrectionNoticeGiven',
    data: {
      ...{ findingId: entryId(90), volunteerId: volunteerId(n), organizationId: organizationId(1) },
      ...{ paper: 'CERTIFICATE', subjectId: volunteerId(n) as string as never, number: 1 },
      ...{ receiver: 'PERSON', means: 'IN_WRITING', toldOn: day('2024-02-02') },
    },
  },
];

/** They were told that a list with them on it had gone to others. */
const breached = (n: number): readonly [stream: string, ...events: GivenEvent[]] => {
  const of = { breachId: '00000000-0000-4000-8000-0000000000bb' as BreachId, organizationId: organizationId(1) };
  const what = { breachKind: 'LEAKED', groups: ['contact'] } satisfies Pick<GivenBreach, 'breachKind' | 'groups'>;
  return [
    breachStream(of.breachId),
    {
      type: 'BreachRecorded',
      data: {
        ...{ ...of, ...what, cause: 'POSTED_IN_A_GROUP', people: 1, circumstances: '花名册误发' },
        ...{ foundOn: day('2026-07-01'), recordedOn: day('2026-07-01') },
      },
    },
    { type: 'BreachPersonNotified', data: { ...of, ...what, volunteerId: volunteerId(n), notifiedOn: day('2026-07-02') } },
  ];
};

export const closingFacts = (n: number): readonly (readonly [stream: string, ...events: GivenEvent[]])[] => [
  certificate(n),
  ...years(n),
  told(n),
  breached(n),
];
