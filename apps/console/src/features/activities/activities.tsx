import { keepPreviousData } from '@tanstack/react-query';
import { Button, Card, Empty, Select, Tag, type TableProps } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { thisYear } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationTree } from '../../parts/organization-tree.js';
import { minutesText, orDash } from '../../parts/words.js';

type Row = RowOf<'/api/activities'>;

/** What the record still lacks, visible in the list. */
function Lacks({ row }: { readonly row: Row }) {
  if (row.cancelledOn) return <Tag>已取消</Tag>;
  if (row.sessions === 0) return <Tag color="gold">缺场次</Tag>;
  if (row.participants === 0) return <Tag color="gold">缺签到</Tag>;
  return row.unattested > 0 ? <Tag color="gold">待确认 {row.unattested} 人</Tag> : <Tag color="green">齐全</Tag>;
}

const columns: TableProps<Row>['columns'] = [
  {
    title: '活动',
    dataIndex: 'title',
    render: (title: string, { activityId }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
  },
  { title: '服务队', render: (_none, { teams }) => teams.map(({ name }) => name ?? '—').join('、') },
  { title: '服务日期', dataIndex: 'firstHeldOn', render: orDash },
  { title: '地点', dataIndex: 'place' },
  { title: '负责人', dataIndex: 'responsiblePerson' },
  { title: '参加人次', dataIndex: 'participants', className: 'number' },
  {
    title: '时长',
    dataIndex: 'serviceMinutes',
    className: 'number',
    render: (minutes: number) => minutesText(minutes),
  },
  { title: '记录', fixed: 'right', render: (_none, row) => <Lacks row={row} /> },
];

const PlanLink = () => (
  <Link to="/activities/new">
    <Button type="primary">登记活动</Button>
  </Link>
);

/** The activity register. */
export default function Activities() {
  const mayPlan = useMay('PlanActivity');
  const filters = useFilters<Pick<QueryOf<'/api/activities'>, 'within' | 'year'>>(['within', 'year']);
  const { within, year } = filters.values;
  const answer = api.useQuery(
    'get',
    '/api/activities',
    { params: { query: filters.asked } },
    { placeholderData: keepPreviousData },
  );
  const years = [0, 1, 2, 3].map((back) => thisYear() - back);
  return (
    <div className="tree-and-list">
      <Card size="small" title="组织树">
        <OrganizationTree chosen={within} onChoose={(chosen) => filters.set({ within: chosen })} />
      </Card>
      <Card size="small">
        <div className="toolbar">
          <Select
            allowClear
            aria-label="年度"
            placeholder="全部年度"
            value={year === undefined ? undefined : Number(year)}
            onChange={(value?: number) => filters.set({ year: value === undefined ? undefined : String(value) })}
            options={years.map((value) => ({ value, label: `${value} 年` }))}
            style={{ width: 120 }}
          />
          <div className="toolbar-right">{mayPlan && <PlanLink />}</div>
        </div>
        <List<Row>
          rowKey="activityId"
          columns={columns}
          answer={answer}
          turning={filters}
          empty={<Empty description="还没有活动">{mayPlan && <PlanLink />}</Empty>}
        />
      </Card>
    </div>
  );
}
