import { keepPreviousData } from '@tanstack/react-query';
import { Progress } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { thisYear } from '../../parts/clock.js';
import { ColumnChoice, useColumns, type Column } from '../../parts/columns.js';
import { Figure } from '../../parts/figure.js';
import { HoursEntries, TeamYearActivities, TeamYearMembers } from '../../parts/figure-entries.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { SavedViews } from '../../parts/saved-views.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';

type Row = RowOf<'/api/years/{year}/teams'>;

const columns: readonly Column<Row>[] = [
  { key: 'ordinal', title: '序号', dataIndex: 'ordinal', className: 'number', width: 70 },
  {
    key: 'name',
    title: '服务队',
    dataIndex: 'name',
    always: true,
    render: (name: string, { teamId, year }) => <Link to={`/teams/${teamId}?year=${year}`}>{name}</Link>,
  },
  { key: 'establishedOn', title: '组建日期', dataIndex: 'establishedOn' },
  {
    key: 'members',
    title: '参加人数',
    className: 'number',
    render: (_none, { teamId, year, name, members }) => (
      <Figure shown={members} title={`${name} ${year} 年参加人员`}>
        <TeamYearMembers teamId={teamId} year={year} />
      </Figure>
    ),
  },
  {
    key: 'serviceMinutes',
    title: '时长',
    className: 'number',
    render: (_none, { teamId, year, name, serviceMinutes }) => (
      <Figure shown={minutesText(serviceMinutes)} title={`${name} ${year} 年时长记录`}>
        <HoursEntries year={year} slice={{ teamId }} />
      </Figure>
    ),
  },
  {
    key: 'activities',
    title: '活动次数',
    width: 240,
    render: (_none, { teamId, year, name, activities, targetActivities }) => (
      <div className="figure-and-bar">
        <Figure
          shown={targetActivities === null ? activities : `${activities}/${targetActivities}`}
          title={`${name} ${year} 年活动`}
        >
          <TeamYearActivities teamId={teamId} year={year} />
        </Figure>
        {targetActivities !== null && (
          <Progress
            percent={Math.min(100, Math.round((100 * activities) / targetActivities))}
            showInfo={false}
            size="small"
            aria-label="活动次数"
          />
        )}
      </div>
    ),
  },
  {
    key: 'missing',
    title: '还差',
    className: 'number',
    dataIndex: 'missingActivities',
    render: (missing: number | null) => (missing ? `${missing} 次` : '已达标'),
  },
];

/** Teams of a year against the number of activities the rules ask for. */
export default function TeamYears() {
  const filters = useFilters<Pick<QueryOf<'/api/years/{year}/teams'>, 'within'> & { year: string }>(['within', 'year']);
  const chosen = useColumns(columns);
  const year = Number(filters.values.year ?? thisYear());
  const { within } = filters.values;
  const { page, pageSize } = filters.asked;
  const answer = api.useQuery(
    'get',
    '/api/years/{year}/teams',
    { params: { path: { year }, query: { page, pageSize, ...(within ? { within } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={within} onChoose={(organizationId) => filters.set({ within: organizationId })}>
      <div className="toolbar">
        <YearSelect year={year} onChoose={(value) => filters.set({ year: value })} />
        <div className="toolbar-right">
          <SavedViews register="teams" names={['within', 'year']} />
          <ColumnChoice columns={chosen} />
        </div>
      </div>
      <List<Row> rowKey="teamId" columns={chosen.shown} answer={answer} turning={filters} />
    </TreePage>
  );
}
