import { keepPreviousData } from '@tanstack/react-query';
import { Card, Progress, Select, type TableProps } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { thisYear } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationTree } from '../../parts/organization-tree.js';
import { minutesText } from '../../parts/words.js';

type Row = RowOf<'/api/years/{year}/teams'>;

const columns: TableProps<Row>['columns'] = [
  { title: '序号', dataIndex: 'ordinal', className: 'number', width: 70 },
  {
    title: '服务队',
    dataIndex: 'name',
    render: (name: string, { teamId, year }) => <Link to={`/teams/${teamId}?year=${year}`}>{name}</Link>,
  },
  { title: '组建日期', dataIndex: 'establishedOn' },
  { title: '参加人数', dataIndex: 'members', className: 'number' },
  {
    title: '时长',
    dataIndex: 'serviceMinutes',
    className: 'number',
    render: (minutes: number) => minutesText(minutes),
  },
  {
    title: '活动次数',
    width: 220,
    render: (_none, { activities, targetActivities }) =>
      targetActivities === null ? (
        activities
      ) : (
        <Progress
          percent={Math.min(100, Math.round((100 * activities) / targetActivities))}
          format={() => `${activities}/${targetActivities}`}
          size="small"
          aria-label="活动次数"
        />
      ),
  },
  {
    title: '还差',
    className: 'number',
    dataIndex: 'missingActivities',
    render: (missing: number | null) => (missing ? `${missing} 次` : '已达标'),
  },
];

/** Teams of a year against the number of activities the rules ask for. */
export default function TeamYears() {
  const filters = useFilters<Pick<QueryOf<'/api/years/{year}/teams'>, 'within'> & { year: string }>(['within', 'year']);
  const year = Number(filters.values.year ?? thisYear());
  const { within } = filters.values;
  const { page, pageSize } = filters.asked;
  const answer = api.useQuery(
    'get',
    '/api/years/{year}/teams',
    { params: { path: { year }, query: { page, pageSize, ...(within ? { within } : {}) } } },
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
            aria-label="年度"
            value={year}
            onChange={(value) => filters.set({ year: String(value) })}
            options={years.map((value) => ({ value, label: `${value} 年` }))}
            style={{ width: 120 }}
          />
        </div>
        <List<Row> rowKey="teamId" columns={columns} answer={answer} turning={filters} />
      </Card>
    </div>
  );
}
