import type { Brand } from './brand.js';

/** Random UUIDs, never derived from anything about a person (rules.md 2.7: the ID number is not the key). */
export type Id<Kind extends string> = Brand<string, `${Kind}Id`>;

export type OrganizationId = Id<'organization'>;
export type VolunteerId = Id<'volunteer'>;
export type TeamId = Id<'team'>;
export type GroupId = Id<'group'>;
export type ActivityId = Id<'activity'>;
export type SessionId = Id<'session'>;
export type PlanLineId = Id<'planLine'>;
export type EvidenceId = Id<'evidence'>;
export type PostId = Id<'post'>;
export type DeskId = Id<'desk'>;
/** One person × session credit (时长记录). */
export type HoursEntryId = Id<'hoursEntry'>;
/** One relief of one person from the yearly hours. */
export type ExemptionId = Id<'exemption'>;
/** One reminder talk (提醒教育). */
export type TalkId = Id<'talk'>;
/** One quarterly meeting (工作例会). */
export type MeetingId = Id<'meeting'>;
/** One question about an entry, or about one that is missing. */
export type DisputeId = Id<'dispute'>;
/** Whoever signs in; `by` of every event. */
export type AccountId = Id<'account'>;
/** Comes from the client (`Idempotency-Key`); the same id twice is the same act. */
export type CommandId = Id<'command'>;
/** One import of one sheet; every event that it wrote carries it. */
export type BatchId = Id<'batch'>;

// RFC 9562 versions and variant: ids are namespaces of further ids, and other patterns are refused there.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuid = (value: unknown): value is string => typeof value === 'string' && uuid.test(value);
