import { provenance } from '#libs/reference/ledger-codes';
import { api, http } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { stateName, wordOf } from '../../parts/ledger-words.js';
import { codeName, minutesText, orDash } from '../../parts/words.js';
import { useWhole } from './pages-of.js';
import { Sheet, type SheetColumn } from './sheet.js';

type Row = RowOf<'/api/volunteers/{volunteerId}/years/{year}/entries'>;

const columns: readonly SheetColumn<Row>[] = [
  { title: '服务日期', text: (row) => row.servedOn },
  { title: '起止', text: (row) => `${row.startsAt}—${row.endsAt}` },
  { title: '摘要', text: (row) => row.activityTitle ?? wordOf(row.kind) },
  { title: '服务队', text: (row) => orDash(row.teamName) },
  { title: '时长', text: (row) => minutesText(row.serviceMinutes) },
  { title: '计入', text: (row) => minutesText(row.countedMinutes) },
  { title: '来源等级', text: (row) => codeName(provenance, row.provenance) },
  { title: '状态', text: (row) => stateName(row.state) },
  { title: '凭证', text: (row) => row.position },
];

interface Props {
  readonly volunteerId: string | undefined;
  readonly year: number;
}

/** One person's year like the statement of an account: every entry with its place in the ledger. */
export function HoursPaper({ volunteerId, year }: Props) {
  const isAsked = volunteerId !== undefined;
  const path = { volunteerId: volunteerId ?? '' };
  const person = api.useQuery('get', '/api/volunteers/{volunteerId}', { params: { path } }, { enabled: isAsked });
  const standing = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}/years/{year}',
    { params: { path: { ...path, year } } },
    { enabled: isAsked },
  );
  const answer = useWhole<Row>(['hours', volunteerId, year], isAsked, (paging) =>
    http.GET('/api/volunteers/{volunteerId}/years/{year}/entries', {
      params: { path: { ...path, year }, query: { ...paging, sort: 'servedOn' } },
    }),
  );
  return (
    <Sheet
      title="志愿服务时长清单"
      head={[
        `姓名：${orDash(person.data?.name)}`,
        `编号：${orDash(person.data?.volunteerNumber)}`,
        `${year} 年计入 ${minutesText(standing.data?.serviceMinutes)}`,
      ]}
      foot="以台账记录为准。出具单位（盖章）：　　　　　　"
      answer={answer}
      keyOf={(row) => row.entryId}
      columns={columns}
    />
  );
}
