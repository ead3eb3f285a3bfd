import { keepPreviousData } from '@tanstack/react-query';
import { Alert, type TableProps } from 'antd';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { thisYear } from '../../parts/clock.js';
import { Figure } from '../../parts/figure.js';
import { HoursEntries } from '../../parts/figure-entries.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText } from '../../parts/words.js';

type Row = RowOf<'/api/shortfall'>;

const minutesColumn = (title: string, dataIndex: keyof Row) => ({
  title,
  dataIndex,
  className: 'number',
  render: (minutes: number) => minutesText(minutes),
});

const columns: TableProps<Row>['columns'] = [
  { title: '编号', dataIndex: 'volunteerNumber' },
  { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
  {
    title: '已计入',
    className: 'number',
    render: (_none, { volunteerId, name, serviceMinutes }) => (
      <Figure shown={minutesText(serviceMinutes)} title={`${name ?? ''} ${thisYear()} 年时长记录`}>
        <HoursEntries year={thisYear()} slice={{ volunteerId }} />
      </Figure>
    ),
  },
  minutesColumn('全年要求', 'targetMinutes'),
  minutesColumn('还差', 'missingMinutes'),
  minutesColumn('照此到年底', 'projectedMinutes'),
  { title: '还剩（天）', dataIndex: 'daysLeft', className: 'number' },
];

/** Who has not reached the hours of the year yet, while there is time. */
export default function Shortfall() {
  const filters = useFilters<Pick<QueryOf<'/api/shortfall'>, 'within'>>(['within']);
  const answer = api.useQuery(
    'get',
    '/api/shortfall',
    { params: { query: filters.asked } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={filters.values.within} onChoose={(within) => filters.set({ within })}>
      <div className="stack">
        <Alert type="info" showIcon title="供核对和安排服务，不是结论；已免除要求的不在内。" />
        <List<Row> rowKey="volunteerId" columns={columns} answer={answer} turning={filters} />
      </div>
    </TreePage>
  );
}
