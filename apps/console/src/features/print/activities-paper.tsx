import { http } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { minutesText, orDash } from '../../parts/words.js';
import { useWhole } from './pages-of.js';
import { Sheet, type SheetColumn } from './sheet.js';

type Row = RowOf<'/api/activities'>;

const daysOf = ({ firstHeldOn, lastHeldOn }: Row): string =>
  firstHeldOn === lastHeldOn ? orDash(firstHeldOn) : `${orDash(firstHeldOn)}—${orDash(lastHeldOn)}`;

const columns: readonly SheetColumn<Row>[] = [
  { title: '日期', text: daysOf },
  { title: '活动名称', text: (row) => `${row.title}${row.cancelledOn ? '（已取消）' : ''}` },
  { title: '地点', text: (row) => row.place },
  { title: '服务队', text: (row) => row.teams.map(({ name }) => orDash(name)).join('、') || '—' },
  { title: '负责人', text: (row) => row.responsiblePerson },
  { title: '场次', text: (row) => row.sessions },
  { title: '参加人次', text: (row) => row.participants },
  { title: '计入时长', text: (row) => minutesText(row.serviceMinutes) },
];

interface Props {
  readonly organizationId: string | undefined;
  readonly organizationName: string;
  readonly year: number;
}

/** 活动情况登记簿: every activity of a year, in the order they were held. */
export function ActivitiesPaper({ organizationId, organizationName, year }: Props) {
  const answer = useWhole<Row>(['activities', organizationId, year], organizationId !== undefined, (paging) =>
    http.GET('/api/activities', {
      params: { query: { ...paging, year, sort: 'heldOn', ...(organizationId ? { within: organizationId } : {}) } },
    }),
  );
  return (
    <Sheet
      title="活动情况登记簿"
      head={[`党组织：${organizationName}`, `${year} 年`, `${answer.data?.total ?? 0} 次活动`]}
      foot="记录人：　　　　　　负责人：　　　　　　"
      answer={answer}
      keyOf={(row) => row.activityId}
      columns={columns}
    />
  );
}
