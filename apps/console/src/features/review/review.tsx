import { App, Badge, Button, Card, Empty, Segmented, Select, Space, Table, type TableProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMe, mayGiveForOthers } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { wordOf } from '../../parts/ledger-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import { BatchResult } from './batch-result.js';
import { Evidence, NothingChosen } from './evidence.js';
import { NameOf } from './name-of.js';
import type { Basis } from './decide.js';
import { canApprove, canRefuse, kinds, neededFor, type Item, type Kind } from './item.js';
import { RefuseForm } from './refuse-form.js';
import { ResolveForms } from './resolve-forms.js';
import { useDeciding } from './use-deciding.js';
import { useInbox } from './use-inbox.js';
import { useKeys } from './use-keys.js';

const bases: readonly Basis[] = ['BRANCH_MEETING', 'COMMITTEE_MEETING', 'SEALED_PAPER'];

const columns: TableProps<Item>['columns'] = [
  {
    title: '期限',
    width: 120,
    render: (_none, { day, hasDeadline }) => {
      const isOverdue = hasDeadline && day < today();
      return (
        <Badge
          status={isOverdue ? 'error' : 'default'}
          text={hasDeadline ? `${day}${isOverdue ? ' 逾期' : ''}` : `${day} 起`}
        />
      );
    },
  },
  { title: '种类', width: 90, render: (_none, { kind }) => kinds[kind] },
  { title: '姓名', width: 110, render: (_none, item) => <NameOf item={item} /> },
  { title: '事项', dataIndex: 'about', ellipsis: { showTitle: true } },
  {
    title: '时长',
    width: 110,
    className: 'number',
    render: (_none, { minutes }) => (minutes > 0 ? minutesText(minutes) : ''),
  },
];

interface ToolbarProps {
  readonly total: number;
  readonly kind: Kind | 'all';
  readonly onKind: (kind: Kind | 'all') => void;
  readonly basis: Basis;
  readonly onBasis: (basis: Basis) => void;
  readonly children: ReactNode;
}

const Toolbar = ({ total, kind, onKind, basis, onBasis, children }: ToolbarProps) => (
  <div className="toolbar">
    <Segmented<Kind | 'all'>
      value={kind}
      onChange={onKind}
      options={[
        { value: 'all', label: `全部 ${total}` },
        ...(Object.keys(kinds) as Kind[]).map((value) => ({ value, label: kinds[value] })),
      ]}
    />
    <Select<Basis>
      value={basis}
      onChange={onBasis}
      aria-label="报名的审核依据"
      style={{ width: 140 }}
      options={bases.map((value) => ({ value, label: wordOf(value) }))}
    />
    {children}
  </div>
);

/** One inbox for every kind of decision, the most urgent first; its evidence beside it; decided by keys or in a batch. */
export default function Review() {
  const me = useMe();
  const { modal } = App.useApp();
  const inbox = useInbox();
  const deciding = useDeciding();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const [basis, setBasis] = useState<Basis>('BRANCH_MEETING');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [place, setPlace] = useState(0);
  const [refusing, setRefusing] = useState<Item | undefined>();

  const shown = inbox.items.filter((item) => kind === 'all' || item.kind === kind);
  const at = Math.min(place, shown.length - 1);
  const current = shown[at];
  const mayDecide = (Object.keys(kinds) as Kind[]).some((one) => mayGiveForOthers(me, neededFor[one]));
  const chosen = shown.filter(({ key }) => ticked.includes(key));
  const batch = chosen.length > 0 ? chosen.filter(canApprove) : current && canApprove(current) ? [current] : [];

  const approveBatch = async (): Promise<void> => {
    await deciding.approveAll(batch, basis);
    setTicked([]);
  };
  const approve = (): void => {
    if (!mayDecide || batch.length === 0 || deciding.isBusy) return;
    if (batch.length === 1) return void approveBatch();
    const minutes = batch.reduce((sum, item) => sum + item.minutes, 0);
    modal.confirm({
      title: `将通过 ${batch.length} 条${minutes > 0 ? `，合计 ${minutesText(minutes)}` : ''}`,
      content:
        chosen.length > batch.length
          ? `其中 ${chosen.length - batch.length} 条须单独处理，不在内。`
          : '逐条记入，每条给出结果。',
      okText: '通过',
      cancelText: '取消',
      onOk: approveBatch,
    });
  };
  const refuse = (): void => {
    if (mayDecide && current && canRefuse(current)) setRefusing(current);
  };
  useKeys({
    next: () => setPlace(Math.min(at + 1, shown.length - 1)),
    previous: () => setPlace(Math.max(at - 1, 0)),
    approve,
    refuse,
  });

  return (
    <div className="two-panes">
      <Card size="small">
        <Toolbar total={inbox.total} kind={kind} onKind={setKind} basis={basis} onBasis={setBasis}>
          {mayDecide && (
            <Space className="toolbar-right">
              <Button type="primary" onClick={approve} disabled={batch.length === 0} loading={deciding.isBusy}>
                通过（A）{chosen.length > 0 ? ` ${batch.length} 条` : ''}
              </Button>
              <Button danger onClick={refuse} disabled={!current || !canRefuse(current)}>
                不通过（R）
              </Button>
            </Space>
          )}
        </Toolbar>
        <ProblemAlert error={inbox.error} />
        <Table<Item>
          size="small"
          rowKey="key"
          columns={columns}
          dataSource={shown}
          loading={inbox.isPending}
          pagination={{ defaultPageSize: 50, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 条` }}
          rowClassName={({ key }) => (key === current?.key ? 'chosen-row' : '')}
          onRow={(item, index) => ({
            onClick: () => setPlace(index === undefined ? 0 : shown.indexOf(item)),
            'aria-current': item.key === current?.key,
          })}
          rowSelection={
            mayDecide
              ? {
                  selectedRowKeys: [...ticked],
                  onChange: (keys) => setTicked(keys.map(String)),
                  preserveSelectedRowKeys: true,
                }
              : undefined
          }
          locale={{ emptyText: <Empty description="没有等待处理的事项" /> }}
        />
      </Card>
      <div className="stack">
        {current ? <Evidence item={current} /> : <NothingChosen />}
        {current && mayDecide && !canApprove(current) && (
          <Card size="small" title="处理">
            <ResolveForms item={current} deciding={deciding} />
          </Card>
        )}
      </div>
      <RefuseForm item={refusing} deciding={deciding} onClose={() => setRefusing(undefined)} />
      <BatchResult outcomes={deciding.outcomes} onClose={deciding.forget} />
    </div>
  );
}
