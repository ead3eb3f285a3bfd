import type { PolicyRules } from './policy-pack.js';

type NationalRules = Pick<
  PolicyRules,
  | 'activityTeamMembersMin'
  | 'volunteerTargetBasis'
  | 'leaderReplacementDays'
  | 'recordingDueWorkingDays'
  | 'disputeAnswerDueWorkingDays'
  | 'dayServiceMinutesSecondApprovalAbove'
  | 'dayServiceMinutesHigherApprovalAbove'
  | 'dayServiceMinutesMax'
  | 'deviceClockDriftMinutesMax'
  | 'certificatePublicityDaysMin'
>;

/** What holds in every pack, because a law sets it or no notice does. */
export const nationalRules: NationalRules = {
  // No notice says how many must come for a 活动 of the team; two make it more than one member's own good deed.
  activityTeamMembersMin: {
    value: 2,
    origin: 'default',
    clause: 'A-08',
    quote: '组织志愿服务活动',
  },
  // No notice speaks of who joins in July; the whole target holds and the month of joining stands beside the shortfall.
  volunteerTargetBasis: {
    value: 'FULL',
    origin: 'default',
    clause: 'A-12',
    quote: '每年参加志愿服务的时间',
  },
  // No notice says how long a team may be without one; a month is what an office needs to appoint another.
  leaderReplacementDays: {
    value: 30,
    origin: 'default',
    clause: 'Z-74, A-20',
    quote: '一名队长（必须是领导班子成员）',
  },
  recordingDueWorkingDays: {
    value: 10,
    origin: 'law',
    clause: '民政部令第67号 第十一条',
    quote: '应当在志愿服务活动结束后10个工作日内完成记录',
  },
  // Order 67 sets no days for an answer; the days that it sets for a record are taken for it.
  disputeAnswerDueWorkingDays: {
    value: 10,
    origin: 'default',
    clause: '民政部令第67号 第十三条',
    quote: '修改、补充',
  },
  // No rule of the state caps a day; 8 and 12 hours are the approval tiers of a provincial platform (i志愿, 2024).
  dayServiceMinutesSecondApprovalAbove: {
    value: 480,
    origin: 'default',
    clause: '民政部令第67号 第三条',
    quote: '应当遵循真实、准确、完整、无偿、及时的原则',
  },
  dayServiceMinutesHigherApprovalAbove: {
    value: 720,
    origin: 'default',
    clause: '民政部令第67号 第三条',
    quote: '应当遵循真实、准确、完整、无偿、及时的原则',
  },
  // A day has no more minutes than this in which service could actually be given.
  dayServiceMinutesMax: {
    value: 1_440,
    origin: 'law',
    clause: '民政部令第67号 第七条',
    quote: '服务时间是指志愿者参与志愿服务实际付出的时间',
  },
  // No rule speaks of clocks: a phone that is five minutes off is not set by the network.
  deviceClockDriftMinutesMax: {
    value: 5,
    origin: 'default',
    clause: '民政部令第67号 第三条',
    quote: '应当遵循真实、准确、完整、无偿、及时的原则',
  },
  // The text of the opinion was seen in part only; that the publicity lasts 7 days as a rule is known from a translation.
  certificatePublicityDaysMin: {
    value: 7,
    origin: 'law',
    clause: '民发〔2015〕149号 三',
    quote: '按照申请、受理、开具证明、公示的流程办理',
  },
};
