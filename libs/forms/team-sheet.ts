import { plain, sheetOf } from './register-sheet.js';

/** The year of each team, as the register of teams shows it; minutes as whole numbers, to be added up. */
export const teamSheet = sheetOf({
  ordinal: ['序号', plain],
  name: ['服务队', plain],
  establishedOn: ['组建日期', plain],
  members: ['参加人数', plain],
  serviceMinutes: ['时长（分钟）', plain],
  activities: ['活动次数', plain],
  missing: ['还差次数', (line) => plain(line, 'missingActivities')],
});
