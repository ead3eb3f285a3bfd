import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import { http } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { codeName, orDash } from '../../parts/words.js';
import { useWhole } from './pages-of.js';
import { Sheet, type SheetColumn } from './sheet.js';

type Row = RowOf<'/api/volunteers'>;

const columns: readonly SheetColumn<Row>[] = [
  { title: '编号', text: (row) => orDash(row.volunteerNumber) },
  { title: '姓名', text: (row) => row.name },
  { title: '性别', text: (row) => codeName(sex, row.sex) },
  { title: '出生年月', text: (row) => orDash(row.birthDate?.slice(0, 7)) },
  { title: '学历', text: (row) => codeName(education, row.education) },
  { title: '政治面貌', text: (row) => codeName(politicalStatus, row.politicalStatus) },
  { title: '入党时间', text: (row) => orDash(row.joinedPartyOn) },
  { title: '党组织', text: (row) => orDash(row.organizationName) },
  { title: '主队', text: (row) => orDash(row.primaryTeamName) },
  { title: '入册日期', text: (row) => orDash(row.enrolledOn) },
];

interface Props {
  readonly organizationId: string | undefined;
  readonly organizationName: string;
  readonly on: string;
}

/** Who is in the register of a body and of those below it, on a day. */
export function RosterPaper({ organizationId, organizationName, on }: Props) {
  const answer = useWhole<Row>(['roster', organizationId, on], organizationId !== undefined, (paging) =>
    http.GET('/api/volunteers', {
      params: {
        query: {
          ...paging,
          on,
          status: 'ENROLLED',
          sort: 'volunteerNumber',
          ...(organizationId ? { within: organizationId } : {}),
        },
      },
    }),
  );
  return (
    <Sheet
      title="志愿者在册名册"
      head={[`党组织（盖章）：${organizationName}`, `截至：${on}`, `${answer.data?.total ?? 0} 人`]}
      foot="制表人：　　　　　　审核人：　　　　　　"
      answer={answer}
      keyOf={(row) => row.volunteerId}
      columns={columns}
    />
  );
}
