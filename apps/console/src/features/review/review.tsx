import { App, Badge, Button, Card, Empty, Segmented, Select, Space, Table, type TableProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMe, mayGiveForOthers } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { wordOf } from '../../parts/ledger-words.js';
import { BatchDecision, type BatchDecided } from '../../parts/decide-batch.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import { BatchResult } from './batch-result.js';
import { Evidence, NothingChosen } from './evidence.js';
import { NameOf } from './name-of.js';
import type { Basis } from './decide.js';
import { canApprove, canRefuse, kinds, neededFor, type Item, type Kind, type PersonItem } from './item.js';
import { RefuseForm } from './refuse-form.js';
import { ResolveForms } from './resolve-forms.js';
import { useDeciding } from './use-deciding.js';
import { useInbox, type Inbox } from './use-inbox.js';
import { usePlace } from './use-place.js';
import { useKeys } from './use-keys.js';

const bases: readonly Basis[] = ['BRANCH_MEETING', 'COMMITTEE_MEETING', 'SEALED_PAPER'];

const columns: TableProps<Item>['columns'] = [
  {
    title: '期限',
    width: 150,
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
  { title: '种类', width: 80, render: (_none, { kind }) => kinds[kind] },
  { title: '姓名', width: 90, render: (_none, item) => <NameOf item={item} /> },
  { title: '事项', dataIndex: 'about', ellipsis: { showTitle: true } },
  {
    title: '时长',
    width: 100,
    className: 'number',
    render: (_none, { minutes }) => (minutes > 0 ? minutesText(minutes) : ''),
  },
];

/** A kind and how many of it wait, on pages that were not asked for as well. */
const kindLabel = (name: string, count: number): ReactNode => (
  <>
    <span>{name}</span>
    {count > 0 && <span className="count"> {count}</span>}
  </>
);

interface ToolbarProps {
  readonly inbox: Inbox;
  readonly kind: Kind | 'all';
  readonly onKind: (kind: Kind | 'all') => void;
  readonly basis: Basis;
  readonly onBasis: (basis: Basis) => void;
  readonly children: ReactNode;
}

const Toolbar = ({ inbox, kind, onKind, basis, onBasis, children }: ToolbarProps) => (
  <div className="toolbar">
    <Segmented<Kind | 'all'>
      className="kinds"
      value={kind}
      onChange={onKind}
      options={[
        { value: 'all', label: kindLabel('全部', inbox.isPending ? 0 : inbox.total) },
        ...(Object.keys(kinds) as Kind[]).map((value) => ({
          value,
          label: kindLabel(kinds[value], inbox.isPending ? 0 : inbox.totalOf(value)),
        })),
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

const linesPerPage = 50;

/** What waits behind the lines shown. */
const More = ({ inbox, kind }: { readonly inbox: Inbox; readonly kind: Kind | 'all' }) => (
  <Space>
    <Button onClick={inbox.loadMore} loading={inbox.isLoadingMore}>
      继续列出
    </Button>
    已列出 {inbox.items.length} 条，共 {kind === 'all' ? inbox.total : inbox.totalOf(kind)} 条
  </Space>
);

/** One inbox for every kind of decision, the most urgent first; its evidence beside it; decided by keys or in a batch. */
export default function Review() {
  const me = useMe();
  const { modal } = App.useApp();
  const deciding = useDeciding();
  const [kind, setKind] = useState<Kind | 'all'>('all');
  const inbox = useInbox(kind);
  const [basis, setBasis] = useState<Basis>('BRANCH_MEETING');
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const [decided, setDecided] = useState<BatchDecided | undefined>();
  const [refusing, setRefusing] = useState<PersonItem | undefined>();

  const shown = inbox.items;
  const [at, setPlace] = usePlace(shown);
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
    next: () => {
      if (at === shown.length - 1 && inbox.behind.length > 0) inbox.loadMore();
      setPlace(Math.min(at + 1, shown.length - 1));
    },
    previous: () => setPlace(Math.max(at - 1, 0)),
    approve,
    refuse,
  });

  return (
    <div className="two-panes">
      <Card size="small">
        <Toolbar inbox={inbox} kind={kind} onKind={setKind} basis={basis} onBasis={setBasis}>
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
          pagination={{
            ...{ pageSize: linesPerPage, hideOnSinglePage: true, showSizeChanger: false },
            current: Math.floor(Math.max(at, 0) / linesPerPage) + 1,
            onChange: (page) => setPlace((page - 1) * linesPerPage),
            showTotal: (listed) => `已列出 ${listed} 条`,
          }}
          rowClassName={({ key }) => (key === current?.key ? 'chosen-row' : '')}
          onRow={(item) => ({
            onClick: () => setPlace(shown.indexOf(item)),
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
          footer={inbox.behind.length > 0 ? () => <More inbox={inbox} kind={kind} /> : undefined}
          locale={{ emptyText: <Empty description="没有等待处理的事项" /> }}
        />
      </Card>
      <div className="stack">
        {current ? <Evidence item={current} /> : <NothingChosen />}
        {current && mayDecide && !canApprove(current) && (
          <Card size="small" title="处理">
            <ResolveForms item={current} deciding={deciding} onBatch={setDecided} />
          </Card>
        )}
      </div>
      <RefuseForm item={refusing} deciding={deciding} onClose={() => setRefusing(undefined)} />
      <BatchDecision decided={decided} onClose={() => setDecided(undefined)} />
      <BatchResult outcomes={deciding.outcomes} onClose={deciding.forget} />
    </div>
  );
}
