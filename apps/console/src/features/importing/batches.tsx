import { keepPreviousData, useMutation } from '@tanstack/react-query';
import { Alert, Button, Empty, Modal, Select, Space, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { api, http, queries } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { instantText } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { Side } from '../../parts/side.js';
import { useTurning } from '../../parts/turning.js';
import { orDash } from '../../parts/words.js';
import { kinds } from './asked.js';

type Batch = RowOf<'/api/imports'>;
type Outcome = RowOf<'/api/imports/{batchId}/rows'>;

const states = {
  RUNNING: ['gold', '没有写完'],
  WITH_REFUSALS: ['red', '有被拒绝的行'],
  FINISHED: ['green', '已完成'],
} as const;
const outcomes = { WRITTEN: '已写入', EXISTING: '已存在', REFUSED: '被拒绝' } as const;

const lateReasons = ['PAPER_SHEET_DELAYED', 'EMERGENCY', 'SYSTEM_UNAVAILABLE', 'DISPUTE_UPHELD', 'OTHER'] as const;
type LateReason = (typeof lateReasons)[number];

interface Approved {
  readonly approved: number;
  readonly refusals: readonly string[];
}

/** All late entries of a batch, part after part as the API divides them. */
async function approveAll(batchId: string, lateReasonCode: LateReason): Promise<Approved> {
  const made = { approved: 0, refusals: new Set<string>() };
  for (let after: string | undefined, isMore = true; isMore;) {
    const { data } = await http.POST('/api/imports/{batchId}/approval', {
      params: { path: { batchId } },
      body: { lateReasonCode, ...(after === undefined ? {} : { after }) },
    });
    made.approved += data?.approved ?? 0;
    for (const { entries, refusal } of data?.refusals ?? []) made.refusals.add(`${entries} 条：${refusal}`);
    after = data?.next;
    isMore = (data?.left ?? 0) > 0 && after !== undefined;
  }
  return { approved: made.approved, refusals: [...made.refusals] };
}

function Approve({ batchId }: { readonly batchId: string }) {
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState<LateReason>('PAPER_SHEET_DELAYED');
  const approve = useMutation({
    mutationFn: () => approveAll(batchId, reason),
    onSettled: () => queries.invalidateQueries(),
  });
  const close = (): void => {
    setOpen(false);
    approve.reset();
  };
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        批准逾期补录
      </Button>
      <Modal
        open={isOpen}
        title="批准本批次中逾期补录的时长"
        okText="批准"
        cancelText="关闭"
        onCancel={close}
        onOk={() => approve.mutate()}
        okButtonProps={{ loading: approve.isPending, disabled: approve.isSuccess }}
        destroyOnHidden
      >
        <p>当日超过 8 小时的不在内，须逐条批准；登记或确认过其中时长的人不能批准。</p>
        <Select<LateReason>
          aria-label="逾期原因"
          value={reason}
          onChange={setReason}
          style={{ width: 240 }}
          options={lateReasons.map((value) => ({ value, label: wordOf(value) }))}
        />
        <ProblemAlert error={approve.error} />
        {approve.data && (
          <Alert
            style={{ marginTop: 12 }}
            type={approve.data.refusals.length > 0 ? 'warning' : 'success'}
            showIcon
            title={`已批准 ${approve.data.approved} 条`}
            description={approve.data.refusals.map((text) => (
              <div key={text}>{text}</div>
            ))}
          />
        )}
      </Modal>
    </>
  );
}

function Rows({ batch, onClose }: { readonly batch: Batch | undefined; readonly onClose: () => void }) {
  const turning = useTurning();
  const answer = api.useQuery(
    'get',
    '/api/imports/{batchId}/rows',
    { params: { path: { batchId: batch?.batchId ?? '' }, query: turning.asked } },
    { enabled: batch !== undefined, placeholderData: keepPreviousData },
  );
  return (
    <Side title="逐行结果" open={batch !== undefined} onClose={onClose} size={720}>
      <List<Outcome>
        rowKey={({ row, subject, position }) => `${row} ${subject} ${position}`}
        answer={answer}
        turning={turning}
        columns={[
          { title: '行号', render: (_none, { row }) => row ?? '表头' },
          { title: '结果', render: (_none, { outcome }) => outcomes[outcome] },
          { title: '志愿者编号', render: (_none, { volunteerNumber }) => orDash(volunteerNumber) },
          { title: '台账位置或原因', render: (_none, { refusal, position }) => refusal ?? orDash(position) },
        ]}
      />
    </Side>
  );
}

/** What was imported, by whom, how it ended; late entries of a batch are approved together. */
export default function Batches() {
  const filters = useFilters<object>([]);
  const [shown, setShown] = useState<Batch | undefined>();
  const mayApprove = mayGiveForOthers(useMe(), 'ApproveServiceHours');
  const answer = api.useQuery(
    'get',
    '/api/imports',
    { params: { query: filters.asked } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Batch>['columns'] = [
    { title: '开始', render: (_none, { startedAt }) => instantText(startedAt) },
    { title: '种类', render: (_none, { kind }) => kinds[kind].name },
    { title: '导入人', render: (_none, { displayName }) => orDash(displayName) },
    {
      title: '状态',
      render: (_none, { state }) => <Tag color={states[state][0]}>{states[state][1]}</Tag>,
    },
    { title: '已写入', className: 'number', dataIndex: 'written' },
    { title: '已存在', className: 'number', dataIndex: 'existing' },
    { title: '被拒绝', className: 'number', dataIndex: 'refused' },
    {
      title: '办理',
      render: (_none, batch) => (
        <Space>
          <Button size="small" onClick={() => setShown(batch)}>
            逐行结果
          </Button>
          {mayApprove && batch.kind === 'sign-in' && <Approve batchId={batch.batchId} />}
        </Space>
      ),
    },
  ];
  return (
    <>
      <List<Batch>
        rowKey="batchId"
        columns={columns}
        answer={answer}
        turning={filters}
        empty={<Empty description="还没有导入过；在“导入”页选一份表" />}
      />
      <Rows batch={shown} onClose={() => setShown(undefined)} />
    </>
  );
}
