import { nationalRules } from './national-rules.js';
import type { PolicyPack } from './policy-pack.js';
import { nationalStarScheme } from './star-scheme.js';

/** Hefei: the notice of days and carriers. It sets no hours, no number of activities, no ratio and no number of teams (H-05). */
export const hefei2013: PolicyPack = {
  id: 'HF-2013-0522',
  version: 1,
  effectiveFrom: '2013-05-22',
  issuer: '中共合肥市委组织部、合肥市文明办',
  documentNumber: null,
  title: '合肥市学雷锋党员志愿服务队规则（2013）',
  starScheme: nationalStarScheme,
  rules: {
    ...nationalRules,
    volunteerServiceMinutesPerYearMin: null,
    volunteerServiceMinutesAtMidYearMin: null,
    teamActivitiesPerYearMin: null,
    teamActivitiesByQuarterMin: null,
    volunteerRatioPercentMin: null,
    teamCountBands: null,
    teamFormingOrganizationKinds: {
      // A branch means an independent one, directly under a committee; a joint branch counts, a provisional one does not.
      value: ['GRASSROOTS_COMMITTEE', 'GENERAL_BRANCH', 'PARTY_BRANCH', 'JOINT_BRANCH'],
      origin: 'notice',
      clause: 'H-04, A-25',
      quote: '凡独立支部及其以上的基层单位，原则上要组建',
    },
    quarterlyMeetingsPerYearMin: null,
    rosterReviewWindows: null,
    requiredDays: {
      value: [
        { monthDay: '03-05', name: '学雷锋纪念日', clause: 'H-11' },
        { monthDay: '07-01', name: '党的纪念日', clause: 'H-12' },
        { monthDay: '12-05', name: '国际志愿者日', clause: 'H-13' },
      ],
      origin: 'notice',
      clause: 'H-11, H-12, H-13, H-14',
      quote: '各单位均要集中开展各种主题志愿服务，深入开展为民、便民、利民活动',
    },
    requiredDayWindowDays: {
      value: 3,
      origin: 'default',
      clause: 'H-14, A-15',
      quote: '各单位均要集中开展各种主题志愿服务',
    },
    formsFilingDueMonthDay: null,
    summaryFilingDueMonthDay: null,
    yearlyReportDueMonthDay: {
      value: '12-31',
      origin: 'default',
      clause: 'H-36, A-17',
      quote: '每年要将…开展情况书面报送市委组织部和市文明办',
    },
    teamFormationDueOn: {
      value: '2013-06-30',
      origin: 'notice',
      clause: 'H-08',
      quote: '组建完成时间为2013年6月底',
    },
  },
};
