import { plain, sheetOf, type Line } from './register-sheet.js';

const teamNames = ({ teams }: Line): string =>
  (teams as readonly { readonly name: string | null }[]).map(({ name }) => name ?? '—').join('、');

/** What the record still lacks. */
function lacks({ cancelledOn, sessions, participants, unattested }: Line): string {
  if (cancelledOn !== null) return '已取消';
  if (sessions === 0) return '缺场次';
  if (participants === 0) return '缺签到';
  return Number(unattested) > 0 ? `待确认 ${String(unattested)} 人` : '齐全';
}

/** The register of activities as a file; minutes as whole numbers, to be added up. */
export const activitySheet = sheetOf({
  title: ['活动', plain],
  teams: ['服务队', teamNames],
  plannedOn: ['计划日期', plain],
  firstHeldOn: ['服务日期', plain],
  sessions: ['场次', plain],
  place: ['地点', plain],
  responsiblePerson: ['负责人', plain],
  participants: ['参加人次', plain],
  serviceMinutes: ['时长（分钟）', plain],
  record: ['记录', lacks],
});
