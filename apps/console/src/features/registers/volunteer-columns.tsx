import { ethnicity } from '#libs/reference/ethnicity';
import { participantKind } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import type { RowOf } from '../../api/query.js';
import type { Column } from '../../parts/columns.js';
import { PersonLink } from '../../parts/person-link.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, orDash } from '../../parts/words.js';

export type Volunteer = RowOf<'/api/volunteers'>;

const plain = (key: keyof Volunteer, title: string): Column<Volunteer> => ({
  key,
  title,
  dataIndex: key,
  render: orDash,
});
const sorted = (key: keyof Volunteer, title: string): Column<Volunteer> => ({ ...plain(key, title), sorter: true });
const extra = (key: keyof Volunteer, title: string): Column<Volunteer> => ({ ...plain(key, title), extra: true });
const coded = (key: keyof Volunteer, title: string, names: Parameters<typeof codeName>[0]): Column<Volunteer> => ({
  ...plain(key, title),
  render: (code: string) => codeName(names, code),
});

/** What the register can show of somebody; what identifies or reaches a person is not here. */
export const volunteerColumns: readonly Column<Volunteer>[] = [
  sorted('volunteerNumber', '编号'),
  {
    ...sorted('name', '姓名'),
    always: true,
    render: (name: string, { volunteerId }) => <PersonLink volunteerId={volunteerId} name={name} />,
  },
  coded('sex', '性别', sex),
  extra('birthDate', '出生年月'),
  { ...coded('ethnicity', '民族', ethnicity), extra: true },
  sorted('organizationName', '党组织'),
  plain('primaryTeamName', '主队'),
  coded('participantKind', '人员类别', participantKind),
  coded('politicalStatus', '政治面貌', politicalStatus),
  plain('joinedPartyOn', '入党时间'),
  coded('education', '学历', education),
  extra('workUnit', '工作单位'),
  extra('skills', '特长'),
  extra('mainProjects', '主要服务项目'),
  { ...sorted('appliedOn', '申请日期'), extra: true },
  sorted('enrolledOn', '造册日期'),
  extra('withdrawnOn', '退出日期'),
  {
    ...plain('status', '状态'),
    always: true,
    fixed: 'right',
    render: (state: string) => <StateTag state={state} />,
  },
];
