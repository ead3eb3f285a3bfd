import { keepPreviousData } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { thisYear } from '../../parts/clock.js';
import { ColumnChoice, useColumns, type Column } from '../../parts/columns.js';
import { Figure } from '../../parts/figure.js';
import { HoursEntries, TeamYearActivities, TeamYearMembers } from '../../parts/figure-entries.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { SavedViews } from '../../parts/saved-views.js';
import { SelectionBar } from '../../parts/selection-bar.js';
import { sortingOf } from '../../parts/sorting.js';
import { tickingOf } from '../../parts/ticking.js';
import { TreePage } from '../../parts/tree-page.js';
import { TypedSearch } from '../../parts/typed-search.js';
import { useTyped } from '../../parts/use-typed.js';
import { minutesText } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';

type Row = RowOf<'/api/years/{year}/teams'>;

const columns: readonly Column<Row>[] = [
  { key: 'ordinal', title: '序号', dataIndex: 'ordinal', className: 'number', width: 70, sorter: true },
  {
    key: 'name',
    title: '服务队',
    dataIndex: 'name',
    always: true,
    sorter: true,
    render: (name: string, { teamId, year }) => <Link to={`/teams/${teamId}?year=${year}`}>{name}</Link>,
  },
  { key: 'establishedOn', title: '组建日期', dataIndex: 'establishedOn' },
  {
    key: 'members',
    title: '参加人数',
    className: 'number',
    sorter: true,
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
    sorter: true,
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
    sorter: true,
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

const filterNames = ['within', 'year', 'sort', 'descending'] as const;
type Query = QueryOf<'/api/years/{year}/teams'>;

/** Teams of a year against the number of activities the rules ask for. */
export default function TeamYears() {
  const filters = useFilters<Pick<Query, 'within' | 'sort' | 'descending'> & { year: string }>(filterNames);
  const chosen = useColumns(columns);
  const mayEstablish = useMay('EstablishTeam');
  const { typed, text, setTyped } = useTyped(filters);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const { year: asked, ...narrowed } = filters.values;
  const year = Number(asked ?? thisYear());
  const { page, pageSize } = filters.asked;
  const answer = api.useQuery(
    'get',
    '/api/years/{year}/teams',
    { params: { path: { year }, query: { ...narrowed, page, pageSize, ...(text ? { text } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={narrowed.within} onChoose={(within) => filters.set({ within })}>
      <search className="toolbar">
        <TypedSearch label="队名或拼音" typed={typed} onTyped={setTyped} />
        <YearSelect year={year} onChoose={(value) => filters.set({ year: value })} />
        <div className="toolbar-right">
          <SavedViews register="teams" names={filterNames} />
          <ColumnChoice columns={chosen} />
          {mayEstablish && (
            <Link to="/teams/new">
              <Button type="primary">组建服务队</Button>
            </Link>
          )}
        </div>
      </search>
      <SelectionBar
        register="teams"
        filters={Object.entries({ ...narrowed, year }).map(([name, value]) => `${name}=${value}`)}
        text={text}
        ticked={ticked}
        total={answer.data?.total ?? 0}
        columns={chosen.shown.map(({ key }) => key)}
        onClear={() => setTicked([])}
      />
      <List<Row>
        rowKey="teamId"
        rowSelection={tickingOf(ticked, setTicked)}
        columns={chosen.shown}
        answer={answer}
        turning={filters}
        onChange={sortingOf<Row>(filters)}
      />
    </TreePage>
  );
}
