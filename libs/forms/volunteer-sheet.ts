import type { CodeList } from '#libs/reference/codes';
import { ethnicity } from '#libs/reference/ethnicity';
import { participantKind } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import type { VolunteerStatus } from '#libs/volunteer/standing';
import { volunteerStatusNames } from './ledger-words.zh.js';
import { plain, sheetOf, type Cell } from './register-sheet.js';

const coded =
  (list: CodeList): Cell =>
  (line, key) =>
    list.entries.find(({ code }) => code === line[key])?.name ?? plain(line, key);

/** Columns of the volunteers' register that may leave the house in a file: none tells how to reach or recognise a person. */
export const volunteerSheet = sheetOf({
  volunteerNumber: ['编号', plain],
  name: ['姓名', plain],
  sex: ['性别', coded(sex)],
  birthDate: ['出生年月', plain],
  ethnicity: ['民族', coded(ethnicity)],
  organizationName: ['党组织', plain],
  primaryTeamName: ['主队', plain],
  participantKind: ['人员类别', coded(participantKind)],
  politicalStatus: ['政治面貌', coded(politicalStatus)],
  joinedPartyOn: ['入党时间', plain],
  education: ['学历', coded(education)],
  workUnit: ['工作单位', plain],
  skills: ['特长', plain],
  mainProjects: ['主要服务项目', plain],
  appliedOn: ['申请日期', plain],
  enrolledOn: ['造册日期', plain],
  withdrawnOn: ['退出日期', plain],
  status: ['状态', (line) => volunteerStatusNames[line['status'] as VolunteerStatus] ?? ''],
});
