import { nationalRules } from './national-rules.js';
import type { PolicyPack } from './policy-pack.js';
import { nationalStarScheme } from './star-scheme.js';

/** Zhenjiang: the notice of numbers. Its team table is advice; the filled sample of the notice itself departs from it. */
export const zhenjiang2013: PolicyPack = {
  id: 'ZJ-2013-37',
  version: 1,
  effectiveFrom: '2013-06-14',
  issuer: '中共镇江市委组织部、镇江市文明办',
  documentNumber: '镇组通〔2013〕37号',
  title: '镇江市党员志愿服务队规则（2013）',
  starScheme: nationalStarScheme,
  rules: {
    ...nationalRules,
    volunteerServiceMinutesPerYearMin: {
      value: 1_440,
      origin: 'notice',
      clause: 'Z-69',
      quote: '每名志愿者每年参加志愿服务的时间不得少于24小时',
    },
    volunteerServiceMinutesAtMidYearMin: {
      value: 720,
      origin: 'default',
      clause: 'Z-58, A-13',
      quote: '对一些不主动参加服务活动的队员进行提醒教育',
    },
    teamActivitiesPerYearMin: {
      value: 10,
      origin: 'notice',
      clause: 'Z-68',
      quote: '每年组织志愿服务活动不得少于10次',
    },
    teamActivitiesByQuarterMin: {
      value: [3, 5, 8, 10],
      origin: 'default',
      clause: 'Z-68',
      quote: '每年组织志愿服务活动不得少于10次',
    },
    volunteerRatioPercentMin: {
      value: 30,
      origin: 'notice',
      clause: 'Z-17',
      quote: '志愿者比例不低于正式党员总数的30％',
    },
    teamCountBands: {
      // Both ends are included as the notice prints them, so 20, 50 and 100 lie in two bands.
      value: [
        { membersMin: 1, membersMax: 20, teamsMin: 1, teamsMax: 1 },
        { membersMin: 20, membersMax: 50, teamsMin: 2, teamsMax: 3 },
        { membersMin: 50, membersMax: 100, teamsMin: 4, teamsMax: 6 },
        { membersMin: 100, membersMax: null, teamsMin: 6, teamsMax: 8 },
      ],
      origin: 'notice',
      clause: 'Z-20, Z-21, Z-22, Z-23',
      quote: '20人以内的，组建1支；20—50人，组建2—3支；50—100人，组建4—6支；100人以上，组建6—8支',
    },
    teamFormingOrganizationKinds: null,
    quarterlyMeetingsPerYearMin: {
      value: 4,
      origin: 'notice',
      clause: 'Z-54',
      quote: '每季度组织召开一次党员志愿服务工作例会',
    },
    rosterReviewWindows: {
      value: [
        { fromMonthDay: '01-01', untilMonthDay: '01-31' },
        { fromMonthDay: '07-01', untilMonthDay: '07-15' },
      ],
      origin: 'default',
      clause: 'Z-56, A-29',
      quote: '于每年年初、年中…进行调整、更新',
    },
    requiredDays: null,
    requiredDayWindowDays: null,
    formsFilingDueMonthDay: {
      value: '07-15',
      origin: 'notice',
      clause: 'Z-40, A-14',
      quote: '7月15日前将三张表加盖公章后，一式二份',
    },
    summaryFilingDueMonthDay: {
      value: '07-20',
      origin: 'notice',
      clause: 'Z-42, A-14',
      quote: '于7月20日前，报市委组织部党员教育管理处',
    },
    yearlyReportDueMonthDay: null,
    teamFormationDueOn: null,
  },
};
