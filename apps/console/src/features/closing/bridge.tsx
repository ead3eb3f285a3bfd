import { Descriptions, Empty, Segmented, type TableProps } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';
import type { BookOf } from './book-of.js';

type Changed = RowOf<'/api/books/{organizationId}/{year}/bridge'>;
type Line = RowOf<'/api/books/{organizationId}/{year}/lines'>;

const whyOf = (row: Changed): string => {
  if (row.isOnTimeOfAnotherRecord) return '两条登记是同一人，时间已在另一条';
  if (row.reasonCode) return `${row.adjustedOn} 调整：${wordOf(row.reasonCode)}`;
  return '年结前的逾期登记、冲销或并入';
};

const asClosedAndKnown = [
  {
    title: '年结时',
    className: 'number',
    render: (_none: unknown, row: Line | Changed) => minutesText(row.minutesAsClosed),
  },
  {
    title: '现在所知',
    className: 'number',
    render: (_none: unknown, row: Line | Changed) => minutesText(row.minutesAsKnown),
  },
  {
    title: '相差',
    className: 'number',
    render: (_none: unknown, row: Line | Changed) => minutesText(row.minutesAsKnown - row.minutesAsClosed),
  },
];

const changed: TableProps<Changed>['columns'] = [
  { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
  { title: '服务日期', dataIndex: 'servedOn' },
  ...asClosedAndKnown,
  { title: '原因', render: (_none, row) => whyOf(row) },
];

const lines: TableProps<Line>['columns'] = [
  { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
  ...asClosedAndKnown,
];

function ChangedEntries({ of }: { readonly of: BookOf }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/books/{organizationId}/{year}/bridge', {
    params: { path: of, query: turning.asked },
  });
  return (
    <List<Changed>
      rowKey="entryId"
      size="small"
      columns={changed}
      answer={answer}
      turning={turning}
      empty={<Empty description="年结以后没有变动：年结时与现在所知一致" />}
    />
  );
}

function PersonLines({ of }: { readonly of: BookOf }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/books/{organizationId}/{year}/lines', {
    params: { path: of, query: turning.asked },
  });
  return (
    <List<Line>
      rowKey="volunteerId"
      size="small"
      columns={lines}
      answer={answer}
      turning={turning}
      empty={<Empty description="这一年没有人有时长" />}
    />
  );
}

/** As closed beside as known today, and every entry between them. */
export function Bridge({ of }: { readonly of: BookOf }) {
  const [shown, setShown] = useState<'changed' | 'lines'>('changed');
  const { data, error } = api.useQuery('get', '/api/books/{organizationId}/{year}/totals', { params: { path: of } });
  if (error) return <ProblemAlert error={error} />;
  return (
    <div className="stack">
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 3 }}
        items={[
          { key: 'then', label: '年结时', children: minutesText(data?.minutesAsClosed) },
          { key: 'now', label: '现在所知', children: minutesText(data?.minutesAsKnown) },
          { key: 'changed', label: '有变动的记录', children: data ? `${data.changed} 条` : '……' },
        ]}
      />
      <Segmented
        aria-label="看什么"
        value={shown}
        onChange={setShown}
        options={[
          { value: 'changed', label: '有变动的记录' },
          { value: 'lines', label: '逐人' },
        ]}
      />
      {shown === 'changed' ? <ChangedEntries of={of} /> : <PersonLines of={of} />}
    </div>
  );
}
