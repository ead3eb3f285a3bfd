import { keepPreviousData } from '@tanstack/react-query';
import { Empty, Select, Tag } from 'antd';
import { Link } from 'react-router';
import { serviceTheme } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { thisYear, today } from '../../parts/clock.js';
import { Figure } from '../../parts/figure.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { sortingOf } from '../../parts/sorting.js';
import { TreePage } from '../../parts/tree-page.js';
import { useTurning } from '../../parts/turning.js';
import { codeName, orDash } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';

type Row = RowOf<'/api/required-days'>;
type Query = QueryOf<'/api/required-days'>;

/** What the unit held in the days that count for it. */
function HeldThen({ row: { organizationId, day } }: { readonly row: Row }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/required-days/{organizationId}', {
    params: { path: { organizationId }, query: { ...turning.asked, year: Number(day.slice(0, 4)), day } },
  });
  return (
    <List<RowOf<'/api/required-days/{organizationId}'>>
      rowKey="sessionId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        {
          title: '活动',
          render: (_none, { activityId, title }) => <Link to={`/activities/${activityId}`}>{title}</Link>,
        },
        { title: '服务日期', dataIndex: 'heldOn' },
        { title: '主题', render: (_none, { theme }) => codeName(serviceTheme, theme) },
      ]}
    />
  );
}

/** Never colour alone, and no fault before the days are over. */
function Met({ row: { isMet, from, until } }: { readonly row: Row }) {
  if (isMet) return <Tag color="green">已开展</Tag>;
  if (until < today()) return <Tag color="red">没有开展</Tag>;
  return from > today() ? <Tag>未到</Tag> : <Tag color="gold">尚未开展</Tag>;
}

const filterNames = ['within', 'year', 'met', 'sort', 'descending'] as const;

/** Which unit served together on the days that the notices name, and on the days around them that count. */
export default function RequiredDays() {
  const filters = useFilters<Pick<Query, 'within' | 'met' | 'sort' | 'descending'> & { year: string }>(filterNames);
  const { year: said, ...narrowed } = filters.values;
  const year = Number(said ?? thisYear());
  const { page, pageSize } = filters.asked;
  const answer = api.useQuery(
    'get',
    '/api/required-days',
    { params: { query: { ...narrowed, year, page, pageSize } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={narrowed.within} onChoose={(within) => filters.set({ within })}>
      <search className="toolbar">
        <YearSelect year={year} onChoose={(value) => filters.set({ year: value })} />
        <Select
          aria-label="是否开展"
          allowClear
          placeholder="全部"
          value={narrowed.met === undefined ? undefined : String(narrowed.met)}
          onChange={(met?: string) => filters.set({ met })}
          options={[
            { value: 'true', label: '已开展' },
            { value: 'false', label: '没有开展' },
          ]}
          style={{ width: 140 }}
        />
      </search>
      <List<Row>
        rowKey={({ organizationId, day }) => `${organizationId} ${day}`}
        answer={answer}
        turning={filters}
        onChange={sortingOf<Row>(filters)}
        empty={<Empty description="没有符合条件的党组织；采用的规则包没有规定日的，这里没有内容" />}
        columns={[
          { key: 'day', title: '规定日', dataIndex: 'day', sorter: true },
          { title: '前后计入的日期', render: (_none, { from, until }) => `${from}—${until}` },
          { key: 'organizationName', title: '党组织', dataIndex: 'organizationName', sorter: true },
          { title: '情况', render: (_none, row) => <Met row={row} /> },
          {
            key: 'activities',
            title: '活动',
            className: 'number',
            sorter: true,
            render: (_none, row) => (
              <Figure shown={row.activities} title={`${row.organizationName} ${row.day} 前后的活动`}>
                <HeldThen row={row} />
              </Figure>
            ),
          },
          { title: '最近的一场', dataIndex: 'nearestHeldOn', render: orDash },
        ]}
      />
    </TreePage>
  );
}
