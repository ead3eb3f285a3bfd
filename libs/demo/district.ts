import type { LocalDate } from '#libs/kernel/time';
import type { OrganizationKind } from '#libs/organization/organization.events';
import type { ServiceThemeCode } from '#libs/reference/service-codes';

export interface DemoTeam {
  readonly key: string;
  readonly name: string;
  readonly mainProjects: string;
  readonly members: number;
  /** Activities of the year; Z-68 asks for ten. */
  readonly activities: number;
  readonly titles: readonly string[];
  readonly theme: ServiceThemeCode;
  readonly leaderPost: string;
}

export interface DemoUnit {
  readonly key: 'centre' | 'street';
  readonly name: string;
  readonly unitName: string;
  readonly kind: OrganizationKind;
  readonly staffHeadcount: number;
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  readonly place: string;
  readonly teams: readonly DemoTeam[];
}

export const topOrganization = {
  key: 'top',
  name: '示例市委组织部',
  unitName: '中共示例市委组织部',
  kind: 'CITY_ORGANIZATION_DEPARTMENT',
} as const;
export const districtOrganization = {
  key: 'district',
  name: '示例区委组织部',
  unitName: '中共示例区委组织部',
  kind: 'COUNTY_ORGANIZATION_DEPARTMENT',
} as const;

export const dawn: DemoTeam = {
  key: 'c1',
  name: '“晨光”党员志愿服务队',
  mainProjects: '健康宣讲、义诊',
  members: 7,
  activities: 12,
  titles: ['社区义诊', '健康讲座', '慢病随访'],
  theme: 'CARE_PEOPLE',
  leaderPost: '党总支书记',
};

export const warmth: DemoTeam = {
  key: 'c2',
  name: '“暖阳”党员志愿服务队',
  mainProjects: '关爱空巢老人',
  members: 7,
  activities: 10,
  titles: ['看望空巢老人', '代购代办', '节日慰问'],
  theme: 'CARE_PEOPLE',
  leaderPost: '党总支副书记',
};

export const oasis: DemoTeam = {
  key: 'c3',
  name: '“绿洲”党员志愿服务队',
  mainProjects: '环境保护',
  members: 6,
  activities: 11,
  titles: ['河道清洁', '垃圾分类劝导', '护绿行动'],
  theme: 'CARE_NATURE',
  leaderPost: '组织委员',
};

/** Stays under ten activities (Z-68). */
export const books: DemoTeam = {
  key: 'c4',
  name: '“书香”党员志愿服务队',
  mainProjects: '课业辅导',
  members: 6,
  activities: 7,
  titles: ['假期课业辅导', '图书整理'],
  theme: 'CARE_SOCIETY',
  leaderPost: '宣传委员',
};

/** Four teams for 34 members, as in the filled sample of the notice itself. */
export const centre: DemoUnit = {
  key: 'centre',
  name: '示例市示例中心党总支',
  unitName: '示例市示例中心',
  kind: 'GENERAL_BRANCH',
  staffHeadcount: 90,
  fullMembers: 32,
  probationaryMembers: 2,
  place: '示例路社区服务站',
  teams: [dawn, warmth, oasis, books],
};

const neighbours: DemoTeam = {
  key: 's1',
  name: '“邻里”党员志愿服务队',
  mainProjects: '社区服务、矛盾调解',
  members: 10,
  activities: 10,
  titles: ['楼道整治', '邻里节', '矛盾调解'],
  theme: 'CARE_SOCIETY',
  leaderPost: '党工委书记',
};

const safety: DemoTeam = {
  key: 's2',
  name: '“平安”党员志愿服务队',
  mainProjects: '文明交通劝导',
  members: 8,
  activities: 4,
  titles: ['文明交通劝导', '夜间巡逻'],
  theme: 'CARE_SOCIETY',
  leaderPost: '党工委副书记',
};

const street: DemoUnit = {
  key: 'street',
  name: '示例街道党工委',
  unitName: '示例街道办事处',
  kind: 'PARTY_WORK_COMMITTEE',
  staffHeadcount: 64,
  fullMembers: 41,
  probationaryMembers: 1,
  place: '示例街道文化广场',
  teams: [neighbours, safety],
};

export const units: readonly DemoUnit[] = [centre, street];

/** Days of the demo, worked out from the ledger's own day once, so that a later repetition finds the same. */
export interface DemoCalendar {
  readonly year: number;
  /** Sessions lie from the first to the last of these days. */
  readonly first: LocalDate;
  readonly last: LocalDate;
  /** A day of the year before, `MM-DD`. */
  readonly before: (monthDay: string) => LocalDate;
}

/** The year of `day`; in January, when it has hardly begun, the year before. */
export function calendarOf(day: LocalDate): DemoCalendar {
  const isJanuary = day.slice(5, 7) === '01';
  const year = Number(day.slice(0, 4)) - (isJanuary ? 1 : 0);
  return {
    year,
    first: `${year}-01-05` as LocalDate,
    last: isJanuary ? (`${year}-12-28` as LocalDate) : day,
    before: (monthDay) => `${year - 1}-${monthDay}` as LocalDate,
  };
}
