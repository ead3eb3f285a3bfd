import type { CertificateEvent } from '#libs/certificate/certificate.events';
import type { ClosingEvent } from '#libs/closing/closing.events';
import type { CorrectionNoticeEvent } from '#libs/correction-notice/correction-notice.events';
import type { HoursEvent } from '#libs/hours/hours.events';
import type { YearCloseEvent } from '#libs/hours/year-close.events';
import type { AccountId, HoursEntryId } from '#libs/kernel/ids';
import { yearOf, type LocalDate } from '#libs/kernel/time';
import { table, type Meta } from '#libs/projection-engine/projection';
import type { ReviewEvent } from '#libs/review/review.events';
import type { UnitReviewEvent } from '#libs/review/unit-review.events';
import type { StarEvent } from '#libs/star/star.events';
import { BookFinding, BookNotice, BookPaper, type PaperFigures } from './papers.entity.js';

type FindingKey = Pick<BookFinding, 'findingId'>;
const found = (findingId: HoursEntryId): FindingKey => ({ findingId });

export const findings = table<BookFinding, HoursEvent | YearCloseEvent>()({
  entity: BookFinding,
  keyOf: {
    PriorYearAdjusted: ({ adjustmentId }): FindingKey => found(adjustmentId),
    FalseClaimEstablished: ({ entryId }): FindingKey => found(entryId),
  },
  empty: (key): BookFinding => key as BookFinding,
  on: {
    PriorYearAdjusted: (row, data, { entry, position }): BookFinding => ({
      ...row,
      kind: 'PRIOR_YEAR_ADJUSTMENT',
      ...{ volunteerId: data.volunteerId, entryId: data.entryId, teamId: data.teamId ?? null },
      ...{ servedOn: data.servedOn, servedYear: data.adjustsYear, reasonCode: data.reasonCode },
      ...{ minutesBefore: data.minutesBefore, minutesAfter: data.minutesAfter },
      ...{ foundOn: data.adjustedOn, foundAt: entry.at, position },
    }),
    FalseClaimEstablished: (row, data, { entry, position }): BookFinding => ({
      ...row,
      kind: 'FALSE_CLAIM',
      ...{ volunteerId: data.volunteerId, entryId: data.entryId, teamId: data.teamId ?? null },
      ...{ servedOn: data.servedOn, servedYear: yearOf(data.servedOn), reasonCode: 'FALSE_CLAIM' },
      ...{ minutesBefore: data.serviceMinutes, minutesAfter: 0 },
      ...{ foundOn: data.establishedOn, foundAt: entry.at, position },
    }),
  },
});

type PaperEvent = StarEvent | CertificateEvent | ReviewEvent | UnitReviewEvent | ClosingEvent;
type PaperKey = Pick<BookPaper, 'kind' | 'subjectId' | 'number'>;

const keyed = (kind: BookPaper['kind'], subjectId: string, number: number): PaperKey => ({ kind, subjectId, number });
const ofStar = (data: { readonly volunteerId: string; readonly stars: number }): PaperKey =>
  keyed('STAR', data.volunteerId, data.stars);
const ofCertificate = (data: { readonly volunteerId: string; readonly ordinal: number }): PaperKey =>
  keyed('CERTIFICATE', data.volunteerId, data.ordinal);
const ofVolunteer = (data: { readonly volunteerId: string; readonly year: number }): PaperKey =>
  keyed('VOLUNTEER_REVIEW', data.volunteerId, data.year);
const ofTeam = (data: { readonly teamId: string; readonly year: number }): PaperKey =>
  keyed('TEAM_REVIEW', data.teamId, data.year);
const ofUnit = (data: { readonly organizationId: string; readonly year: number }): PaperKey =>
  keyed('ORGANIZATION_REVIEW', data.organizationId, data.year);
const ofBook = (data: { readonly organizationId: string; readonly year: number }): PaperKey =>
  keyed('YEAR_BOOK', data.organizationId, data.year);

interface OfPeriod {
  readonly organizationId: string;
  readonly year: number;
  readonly period: 'FIRST_HALF' | 'YEAR';
}
const ofPeriod = ({ organizationId, year, period }: OfPeriod): PaperKey =>
  keyed(period === 'YEAR' ? 'YEAR_ANALYSIS' : 'HALF_YEAR_ANALYSIS', organizationId, year);

/** Before the first service that any ledger holds. */
const everOn = '2000-01-01' as LocalDate;
type Span = Pick<PaperFigures, 'fromOn' | 'untilOn'>;
const wholeYear = (year: number): Span => ({
  fromOn: `${year}-01-01` as LocalDate,
  untilOn: `${year}-12-31` as LocalDate,
});
const firstHalf = (year: number): Span => ({ ...wholeYear(year), untilOn: `${year}-06-30` as LocalDate });

interface OfYear {
  readonly organizationId: NonNullable<BookPaper['organizationId']>;
  readonly year: number;
  readonly serviceMinutes: number;
}

const preparedFor =
  (span: (year: number) => Span) =>
  (row: BookPaper, { organizationId, year, serviceMinutes }: OfYear, { position }: Meta): BookPaper => ({
    ...row,
    organizationId,
    prepared: { position, minutes: serviceMinutes, ...span(year) },
  });

/** Confirmed again is another version; without figures there is nothing to confirm. */
const made = (row: BookPaper, madeOn: LocalDate, figures = row.prepared): BookPaper =>
  figures === null
    ? row
    : { ...row, prepared: null, versions: [...row.versions, { ...figures, madeOn }], state: 'STANDS' };

export const papers = table<BookPaper, PaperEvent>()({
  entity: BookPaper,
  keyOf: {
    StarAwarded: ofStar,
    StarRevoked: ofStar,
    CertificatePrepared: ofCertificate,
    CertificateIssued: ofCertificate,
    CertificateSuperseded: ofCertificate,
    CertificateRevoked: ofCertificate,
    VolunteerReviewPrepared: ofVolunteer,
    VolunteerReviewConfirmed: ofVolunteer,
    TeamReviewPrepared: ofTeam,
    TeamReviewConfirmed: ofTeam,
    OrganizationReviewPrepared: ofUnit,
    OrganizationReviewConfirmed: ofUnit,
    ParticipationAnalysisPrepared: ofPeriod,
    ParticipationAnalysisSigned: ofPeriod,
    YearClosed: ofBook,
  },
  empty: (key): BookPaper => ({ ...key, organizationId: null, prepared: null, versions: [], state: 'STANDS' }),
  on: {
    StarAwarded: (row, { organizationId, awardedOn, creditedMinutes, asOfOn }, { position }): BookPaper => {
      const figures = { position, minutes: creditedMinutes, fromOn: everOn, untilOn: asOfOn };
      return made({ ...row, organizationId }, awardedOn, figures);
    },
    StarRevoked: (row): BookPaper => ({ ...row, state: 'REVOKED' }),
    CertificatePrepared: (row, { organizationId, serviceMinutes, fromOn, untilOn }, { position }): BookPaper => ({
      ...row,
      organizationId,
      prepared: { position, minutes: serviceMinutes, fromOn, untilOn },
    }),
    CertificateIssued: (row, { issuedOn }): BookPaper => made(row, issuedOn),
    CertificateSuperseded: (row): BookPaper => ({ ...row, state: 'SUPERSEDED' }),
    CertificateRevoked: (row): BookPaper => ({ ...row, state: 'REVOKED' }),
    VolunteerReviewPrepared: preparedFor(wholeYear),
    VolunteerReviewConfirmed: (row, { confirmedOn }): BookPaper => made(row, confirmedOn),
    TeamReviewPrepared: preparedFor(wholeYear),
    TeamReviewConfirmed: (row, { confirmedOn }): BookPaper => made(row, confirmedOn),
    OrganizationReviewPrepared: preparedFor(wholeYear),
    OrganizationReviewConfirmed: (row, { confirmedOn }): BookPaper => made(row, confirmedOn),
    ParticipationAnalysisPrepared: (row, data, meta): BookPaper =>
      preparedFor(data.period === 'YEAR' ? wholeYear : firstHalf)(row, data, meta),
    ParticipationAnalysisSigned: (row, { signedOn }): BookPaper => made(row, signedOn),
    YearClosed: (row, { organizationId, year, serviceMinutes, closedOn }, { position }): BookPaper =>
      made({ ...row, organizationId }, closedOn, { position, minutes: serviceMinutes, ...wholeYear(year) }),
  },
});

type NoticeKey = Pick<BookNotice, 'findingId' | 'paper' | 'subjectId' | 'number' | 'receiver'>;

export const notices = table<BookNotice, CorrectionNoticeEvent>()({
  entity: BookNotice,
  keyOf: {
    CorrectionNoticeGiven: ({ findingId, paper, subjectId, number = 0, receiver }): NoticeKey => ({
      ...{ findingId, paper, subjectId, number, receiver },
    }),
  },
  empty: (key): BookNotice => key as BookNotice,
  on: {
    CorrectionNoticeGiven: (row, { means, toldOn }, { entry }): BookNotice => ({
      ...row,
      ...{ means, toldOn, toldBy: entry.by as AccountId },
    }),
  },
});
