import { event, type ClearEventOf, type EventOf } from '#libs/kernel/event';
import { code, id, integer, listOf, localDate, optional, personal, reference, text } from '#libs/kernel/fields';
import type { DeskId, OrganizationId, PostId, VolunteerId } from '#libs/kernel/ids';

/** Z-09, H-04 and the offices that receive (Z-40 to Z-44). */
export const organizationKinds = [
  'CITY_ORGANIZATION_DEPARTMENT',
  'COUNTY_ORGANIZATION_DEPARTMENT',
  'SUPERVISING_DEPARTMENT',
  'VOLUNTEER_COORDINATION_BODY',
  'PARTY_WORK_COMMITTEE',
  'LEADING_PARTY_GROUP',
  'PARTY_COMMITTEE',
  'GRASSROOTS_COMMITTEE',
  'GENERAL_BRANCH',
  'PARTY_BRANCH',
  'JOINT_BRANCH',
  'PROVISIONAL_BRANCH',
  'PARTY_GROUP',
] as const;
export type OrganizationKind = (typeof organizationKinds)[number];

/** The paper on which a body ends. */
const document = {
  documentDatedOn: localDate(),
  documentTitle: personal('free', text(200)),
  documentNumber: optional(personal('free', text(100))),
};

/** Stored for ever: a shape changes only by a new version with an upcaster and a golden file. */
export const organizationEvents = {
  PartyOrganizationRegistered: event(1, {
    organizationId: id<OrganizationId>(),
    kind: code(organizationKinds),
    /** The territorial line (块); the top of the tree has none. */
    parentId: optional(id<OrganizationId>()),
    /** The departmental line (条, 归口管理). */
    lineOfAuthorityId: optional(id<OrganizationId>()),
    registeredOn: localDate(),
    name: personal('free', text(100)),
    /** 单位名称 as the forms print it. */
    unitName: personal('free', text(100)),
    /** 统一社会信用代码 of the unit. */
    unifiedCreditCode: optional(personal('free', text(18))),
  }),
  PartyOrganizationRenamed: event(1, {
    organizationId: id<OrganizationId>(),
    renamedOn: localDate(),
    name: personal('free', text(100)),
    unitName: personal('free', text(100)),
  }),
  /** 单位人数: staff of the unit, not Party members (Z-F3). */
  StaffHeadcountStated: event(1, {
    organizationId: id<OrganizationId>(),
    staffHeadcount: integer(0, 10_000_000),
    countedOn: localDate(),
  }),
  /** full and probationary members apart, with the day they were counted. */
  PartyMemberCountStated: event(1, {
    organizationId: id<OrganizationId>(),
    fullMembers: integer(0, 10_000_000),
    probationaryMembers: integer(0, 10_000_000),
    countedOn: localDate(),
  }),
  /** 领导班子成员, proved by post, organization, start, end and source document. */
  LeadershipPostAssumed: event(1, {
    organizationId: id<OrganizationId>(),
    postId: id<PostId>(),
    volunteerId: id<VolunteerId>(),
    assumedOn: localDate(),
    postName: personal('free', text(60), 'volunteerId'),
    document: optional(personal('free', text(120), 'volunteerId')),
  }),
  LeadershipPostEnded: event(1, {
    organizationId: id<OrganizationId>(),
    postId: id<PostId>(),
    volunteerId: id<VolunteerId>(),
    endedOn: localDate(),
  }),
  /** Z-06: an old filing slip keeps the desk of its day. */
  ReceivingDeskDesignated: event(1, {
    organizationId: id<OrganizationId>(),
    deskId: id<DeskId>(),
    effectiveOn: localDate(),
    office: personal('contact', text(100)),
    contactPerson: personal('contact', text(50)),
    phone: personal('contact', text(40)),
    qqNumber: optional(personal('contact', text(11))),
    email: optional(personal('contact', text(100))),
  }),
  PolicyPackAdopted: event(1, {
    organizationId: id<OrganizationId>(),
    pack: reference(/^[A-Z]{2}-\d{4}(-\d{1,4})?$/),
    packVersion: integer(1, 1000),
    effectiveOn: localDate(),
  }),
  /** F-21: the body is no more from this day; its past stays its own, its records and people go to the successor. */
  PartyOrganizationMerged: event(1, {
    organizationId: id<OrganizationId>(),
    successorId: id<OrganizationId>(),
    mergedOn: localDate(),
    ...document,
  }),
  /** Who goes where is said for each person and team; whoever issues certificates on the old records is one of them (民发〔2015〕149号). */
  PartyOrganizationSplit: event(1, {
    organizationId: id<OrganizationId>(),
    successorIds: listOf(id<OrganizationId>(), 50),
    recordsSuccessorId: id<OrganizationId>(),
    splitOn: localDate(),
    ...document,
  }),
  /** Everybody and every team that stood under the merged body has moved. */
  SuccessionCompleted: event(1, { organizationId: id<OrganizationId>(), completedOn: localDate() }),
};

export type OrganizationEvent = EventOf<typeof organizationEvents>;
export type ClearOrganizationEvent = ClearEventOf<typeof organizationEvents>;

export const organizationStream = (organizationId: OrganizationId): string => `organization-${organizationId}`;
