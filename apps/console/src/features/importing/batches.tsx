import { keepPreviousData } from '@tanstack/react-query';
import { Button, Empty, Space, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { instantText } from '../../parts/clock.js';
import { BatchDecision, DecideBatch, type BatchDecided } from '../../parts/decide-batch.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
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

/** What was imported, by whom, how it ended; what waits of a batch is decided together. */
export default function Batches() {
  const filters = useFilters<object>([]);
  const [shown, setShown] = useState<Batch | undefined>();
  const [decided, setDecided] = useState<BatchDecided | undefined>();
  const waiting = api.useQuery('get', '/api/imports/waiting', { params: { query: { pageSize: 200 } } });
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
      render: (_none, batch) => {
        const waits = waiting.data?.items.find(({ batchId }) => batchId === batch.batchId);
        return (
          <Space wrap>
            <Button onClick={() => setShown(batch)}>逐行结果</Button>
            {waits && <DecideBatch batch={waits} onDecided={setDecided} />}
          </Space>
        );
      },
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
      <BatchDecision decided={decided} onClose={() => setDecided(undefined)} />
    </>
  );
}
