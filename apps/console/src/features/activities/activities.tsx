import { keepPreviousData } from '@tanstack/react-query';
import { Button, Empty, Tag } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { ColumnChoice, useColumns, type Column } from '../../parts/columns.js';
import { Figure } from '../../parts/figure.js';
import { ActivityAttendances, HoursEntries } from '../../parts/figure-entries.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { SavedViews } from '../../parts/saved-views.js';
import { SelectionBar } from '../../parts/selection-bar.js';
import { sortingOf } from '../../parts/sorting.js';
import { tickingOf } from '../../parts/ticking.js';
import { TreePage } from '../../parts/tree-page.js';
import { TypedSearch } from '../../parts/typed-search.js';
import { useTyped } from '../../parts/use-typed.js';
import { minutesText, orDash } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';

type Row = RowOf<'/api/activities'>;

/** What the record still lacks, visible in the list. */
function Lacks({ row }: { readonly row: Row }) {
  if (row.cancelledOn) return <Tag>已取消</Tag>;
  if (row.sessions === 0) return <Tag color="gold">缺场次</Tag>;
  if (row.participants === 0) return <Tag color="gold">缺签到</Tag>;
  return row.unattested > 0 ? <Tag color="gold">待确认 {row.unattested} 人</Tag> : <Tag color="green">齐全</Tag>;
}

const yearOf = ({ firstHeldOn, plannedOn }: Row): number => Number((firstHeldOn ?? plannedOn).slice(0, 4));

const columns: readonly Column<Row>[] = [
  {
    key: 'title',
    title: '活动',
    dataIndex: 'title',
    always: true,
    sorter: true,
    render: (title: string, { activityId }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
  },
  { key: 'teams', title: '服务队', render: (_none, { teams }) => teams.map(({ name }) => name ?? '—').join('、') },
  { key: 'plannedOn', title: '计划日期', dataIndex: 'plannedOn', render: orDash, extra: true, sorter: true },
  { key: 'firstHeldOn', title: '服务日期', dataIndex: 'firstHeldOn', render: orDash, sorter: true },
  { key: 'sessions', title: '场次', dataIndex: 'sessions', className: 'number', extra: true },
  { key: 'place', title: '地点', dataIndex: 'place' },
  { key: 'responsiblePerson', title: '负责人', dataIndex: 'responsiblePerson' },
  {
    key: 'participants',
    title: '参加人次',
    className: 'number',
    sorter: true,
    render: (_none, { activityId, title, participants }) => (
      <Figure shown={participants} title={`${title ?? '活动'}：参加人次`}>
        <ActivityAttendances activityId={activityId} />
      </Figure>
    ),
  },
  {
    key: 'serviceMinutes',
    title: '时长',
    className: 'number',
    sorter: true,
    render: (_none, row) => (
      <Figure shown={minutesText(row.serviceMinutes)} title={`${row.title ?? '活动'}：时长记录`}>
        <HoursEntries year={yearOf(row)} slice={{ activityId: row.activityId }} />
      </Figure>
    ),
  },
  { key: 'record', title: '记录', always: true, fixed: 'right', render: (_none, row) => <Lacks row={row} /> },
];

const PlanLink = () => (
  <Link to="/activities/new">
    <Button type="primary">登记活动</Button>
  </Link>
);

const filterNames = ['within', 'year', 'sort', 'descending'] as const;

/** The activity register. */
export default function Activities() {
  const mayPlan = useMay('PlanActivity');
  const filters = useFilters<Pick<QueryOf<'/api/activities'>, (typeof filterNames)[number]>>(filterNames);
  const { values } = filters;
  const { typed, text, setTyped } = useTyped(filters);
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const answer = api.useQuery(
    'get',
    '/api/activities',
    { params: { query: { ...filters.asked, ...(text ? { text } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  const chosen = useColumns(columns);
  return (
    <TreePage within={values.within} onChoose={(within) => filters.set({ within })}>
      <search className="toolbar">
        <TypedSearch label="活动名称或拼音" typed={typed} onTyped={setTyped} />
        <YearSelect
          year={values.year === undefined ? undefined : Number(values.year)}
          all="全部年度"
          onChoose={(year) => filters.set({ year })}
        />
        <div className="toolbar-right">
          <SavedViews register="activities" names={filterNames} />
          <ColumnChoice columns={chosen} />
          {mayPlan && <PlanLink />}
        </div>
      </search>
      <SelectionBar
        register="activities"
        filters={Object.entries(values).map(([name, value]) => `${name}=${value}`)}
        text={text}
        ticked={ticked}
        total={answer.data?.total ?? 0}
        columns={chosen.shown.map(({ key }) => key)}
        onClear={() => setTicked([])}
      />
      <List<Row>
        rowKey="activityId"
        rowSelection={tickingOf(ticked, setTicked)}
        columns={chosen.shown}
        answer={answer}
        turning={filters}
        onChange={sortingOf<Row>(filters, { firstHeldOn: 'heldOn' })}
        empty={<Empty description={text ? '没有符合条件的活动' : '还没有活动'}>{mayPlan && <PlanLink />}</Empty>}
      />
    </TreePage>
  );
}
