import { keepPreviousData } from '@tanstack/react-query';
import { Button, Empty, type TableProps } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { useFilters } from '../../parts/filters.js';
import { wordOf, wordsOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { Side } from '../../parts/side.js';
import { TreePage } from '../../parts/tree-page.js';
import { BreachDetail } from './breach.js';
import { RecordBreach } from './record.js';

type Row = RowOf<'/api/breaches'>;

const columnsOf = (onOpen: (breachId: string) => void): TableProps<Row>['columns'] => [
  { title: '发现', dataIndex: 'foundOn' },
  { title: '党组织', render: (_none, row) => <OrganizationName organizationId={row.organizationId} /> },
  { title: '发生了什么', render: (_none, row) => `${wordOf(row.breachKind)}：${wordOf(row.cause)}` },
  { title: '涉及信息', render: (_none, row) => wordsOf(row.groups) },
  { title: '人数', dataIndex: 'people', className: 'number' },
  { title: '已通知', dataIndex: 'notified', className: 'number' },
  { title: '补救措施', render: (_none, row) => wordsOf(row.remedies.map(({ remedy }) => remedy)) || '—' },
  { title: '已报告', render: (_none, row) => wordsOf(row.reports.map(({ authority }) => authority)) || '—' },
  {
    title: '办理',
    fixed: 'right',
    render: (_none, row) => <Button onClick={() => onOpen(row.breachId)}>查看</Button>,
  },
];

/** Breaches of personal data: recorded by an office, read by the auditor (个人信息泄露). */
export default function Breaches() {
  const filters = useFilters<{ within: string }>(['within']);
  const { within } = filters.values;
  const [open, setOpen] = useState<string | undefined>();
  const mayRecord = useMay('RecordBreach');
  const answer = api.useQuery(
    'get',
    '/api/breaches',
    { params: { query: filters.asked } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="toolbar">
        <div className="toolbar-right">{mayRecord && <RecordBreach key={within} within={within} />}</div>
      </div>
      <List<Row>
        rowKey="breachId"
        columns={columnsOf(setOpen)}
        answer={answer}
        turning={filters}
        empty={<Empty description="没有登记过个人信息泄露；发现后由党办点右上“登记泄露”，再通知涉及的人" />}
      />
      <Side title="个人信息泄露" size={640} open={open !== undefined} onClose={() => setOpen(undefined)}>
        {open && <BreachDetail breachId={open} />}
      </Side>
    </TreePage>
  );
}
