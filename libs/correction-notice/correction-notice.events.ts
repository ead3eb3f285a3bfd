import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, localDate, optional } from '#libs/kernel/fields';
import type { HoursEntryId, Id, OrganizationId, VolunteerId } from '#libs/kernel/ids';

/** What may rest on an hours entry: a paper that left the house, or a result of the ledger that a person confirmed. */
export const restingPapers = [
  'EXPORT',
  'STAR',
  'CERTIFICATE',
  'VOLUNTEER_REVIEW',
  'TEAM_REVIEW',
  'ORGANIZATION_REVIEW',
  'HALF_YEAR_ANALYSIS',
  'YEAR_ANALYSIS',
  'YEAR_BOOK',
] as const;
export type PaperKind = (typeof restingPapers)[number];

/** Who was told: as receivers of exports are named. */
export const noticeReceivers = ['HIGHER_ORGANIZATION', 'OWN_UNIT', 'PERSON', 'AUDITOR', 'OTHER_UNIT'] as const;
export type NoticeReceiver = (typeof noticeReceivers)[number];

export const noticeMeans = ['IN_WRITING', 'FACE_TO_FACE', 'TELEPHONE'] as const;

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const correctionNoticeEvents = {
  /** F-25: whoever has the paper was told that an entry it rests on counts otherwise now. Who told is `by` of the entry. */
  CorrectionNoticeGiven: event(1, {
    /** The prior-year adjustment, or the entry that was found to be a false claim. */
    findingId: id<HoursEntryId>(),
    volunteerId: id<VolunteerId>(),
    organizationId: id<OrganizationId>(),
    paper: code(restingPapers),
    /** The export, or whose star, certificate, review or book it is. */
    subjectId: id<Id<'paper'>>(),
    /** Stars, the ordinal of the certificate, or the year; absent for an export. */
    number: optional(integer(1, 9_999)),
    receiver: code(noticeReceivers),
    means: code(noticeMeans),
    toldOn: localDate(),
  }),
};

export type CorrectionNoticeEvent = EventOf<typeof correctionNoticeEvents>;
export type ClearCorrectionNoticeEvent = ClearEventOf<typeof correctionNoticeEvents>;

/** Who was told of one finding. */
export const correctionNoticeStream = (findingId: HoursEntryId): string => `correctionnotice-${findingId}`;
