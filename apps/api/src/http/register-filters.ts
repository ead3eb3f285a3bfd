import type { SavedViewRegister } from '#libs/access/saved-views';
import type { OrganizationId, TeamId } from '#libs/kernel/ids';
import { volunteerStatuses } from '#libs/volunteer/standing';
import { participantKinds } from '#libs/volunteer/volunteer.events';
import { activitySorts } from '#projections/activity-register/activity-register.query';
import { teamYearSorts } from '#projections/team-year/team-year.query';
import { volunteerSorts } from '#projections/volunteer-register/volunteer-register.query';
import { day, idOf, oneOf, parseAsked, wholeNumber, yesNo, type Asked } from './asked.js';

const within = idOf<OrganizationId>('只看此党组织及其下级');
const year = wholeNumber('年度', 2000, 2200);

/** What narrows a register, apart from what is looked for by name: codes, ids and days, which may be kept. */
export const registerFilters = {
  volunteers: {
    within,
    on: day('截至日期'),
    primaryTeamId: idOf<TeamId>('主队'),
    memberOfTeamId: idOf<TeamId>('所在服务队'),
    status: oneOf('状态', volunteerStatuses),
    participantKind: oneOf('人员类别', participantKinds),
    sort: oneOf('排序字段', volunteerSorts),
    descending: yesNo('是否降序'),
  },
  teams: { within, year, sort: oneOf('排序字段', teamYearSorts), descending: yesNo('是否降序') },
  activities: {
    within,
    year,
    cancelled: yesNo('是否已取消'),
    sort: oneOf('排序字段', activitySorts),
    descending: yesNo('是否降序'),
  },
} as const;

export interface RegisterFilters<R extends SavedViewRegister> {
  /** As a query string; one value for each name: what was checked is what is kept. */
  readonly kept: string;
  readonly asked: Asked<(typeof registerFilters)[R]>;
}

/** Filters given as `name=value` each. Throws Problem with every fault. */
export function filtersOf<R extends SavedViewRegister>(register: R, filters: readonly string[]): RegisterFilters<R> {
  const query = new URLSearchParams(filters.join('&'));
  query.delete('seen');
  const given = Object.fromEntries(query);
  return { kept: new URLSearchParams(given).toString(), asked: parseAsked(registerFilters[register], given) };
}
