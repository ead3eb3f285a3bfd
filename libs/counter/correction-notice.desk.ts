import { certificateStream } from '#libs/certificate/certificate.events';
import { booksStream } from '#libs/closing/closing.events';
import type { CorrectionNoticeCommand, GiveCorrectionNotice } from '#libs/correction-notice/correction-notice.commands';
import { correctionNoticeDecider, type CorrectionNoticeFacts } from '#libs/correction-notice/correction-notice.decider';
import { correctionNoticeStream, type PaperKind } from '#libs/correction-notice/correction-notice.events';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { reviewStream } from '#libs/review/review.events';
import { analysisStream, organizationReviewStream } from '#libs/review/unit-review.events';
import { starStream } from '#libs/star/star.events';
import { findingOf } from './closed-entries.js';
import type { CounterParts, Desk } from './desk.js';
import { recordsOfPerson, survivorOf } from './person-hours.js';
import { organizationOfVolunteer } from './volunteer.desk.js';

type Result = Exclude<PaperKind, 'EXPORT'>;

/** The stream in which a result stands. */
const streams: Readonly<Record<Result, (subjectId: never, number: number) => string>> = {
  STAR: (volunteerId) => starStream(volunteerId),
  CERTIFICATE: certificateStream,
  VOLUNTEER_REVIEW: reviewStream,
  TEAM_REVIEW: reviewStream,
  ORGANIZATION_REVIEW: organizationReviewStream,
  HALF_YEAR_ANALYSIS: (organizationId, year) => analysisStream(organizationId, year, 'FIRST_HALF'),
  YEAR_ANALYSIS: (organizationId, year) => analysisStream(organizationId, year, 'YEAR'),
  YEAR_BOOK: booksStream,
};

const ofOrganization: ReadonlySet<PaperKind> = new Set([
  'ORGANIZATION_REVIEW',
  'HALF_YEAR_ANALYSIS',
  'YEAR_ANALYSIS',
  'YEAR_BOOK',
]);
const ofPerson: ReadonlySet<PaperKind> = new Set(['STAR', 'CERTIFICATE', 'VOLUNTEER_REVIEW']);

export function correctionNoticeDesk(parts: CounterParts): Desk<CorrectionNoticeCommand> {
  /** Who handed it out, with the person on it. */
  const exporting = async ({ subjectId, volunteerId }: GiveCorrectionNotice): Promise<OrganizationId | undefined> => {
    const standing = await parts.exports.standingOn(subjectId, [volunteerId]);
    return standing.length === 0 ? undefined : ((await parts.exports.find(subjectId))?.organizationId ?? undefined);
  };
  /** A result of another person is no paper of this finding (F-08: all records of the person are theirs). */
  const isOfPerson = async ({ subjectId, volunteerId }: GiveCorrectionNotice): Promise<boolean> => {
    const records = await recordsOfPerson(parts, await survivorOf(parts, volunteerId));
    return records.includes(subjectId as string as VolunteerId);
  };
  const isPaperKnown = async (asked: GiveCorrectionNotice): Promise<boolean> => {
    const { paper, subjectId, number } = asked;
    if (paper === 'EXPORT') return (await exporting(asked)) !== undefined;
    if (number === undefined || (ofPerson.has(paper) && !(await isOfPerson(asked)))) return false;
    return (await parts.store.headOf(streams[paper](subjectId as never, number))) !== 'no_stream';
  };
  const factsFor = async (asked: GiveCorrectionNotice): Promise<CorrectionNoticeFacts> => {
    const finding = await findingOf(parts, asked);
    return finding ? { finding, isPaperKnown: await isPaperKnown(asked) } : { isPaperKnown: false };
  };
  return {
    about: async ({ data }) => {
      const { volunteerId, paper, subjectId } = data;
      const organizationId = await organizationOfVolunteer(parts, volunteerId);
      if (!organizationId) return undefined;
      // Whoever says that the recipients of a paper were told answers for the paper, too.
      const issuer = paper === 'EXPORT' ? await exporting(data) : (subjectId as string as OrganizationId);
      const isElsewhere = issuer !== undefined && (paper === 'EXPORT' || ofOrganization.has(paper));
      return { organizationId, volunteerId, ...(isElsewhere ? { alsoIn: [issuer] } : {}) };
    },
    perform: (command, context) =>
      parts.ledger.run(correctionNoticeDecider, {
        stream: correctionNoticeStream(command.data.findingId),
        command,
        context,
        facts: () => factsFor(command.data),
      }),
  };
}
