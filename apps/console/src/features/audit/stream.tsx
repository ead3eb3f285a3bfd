import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Card, Empty, Slider, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { eventName } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useTurning } from '../../parts/turning.js';
import { EntryTable } from './entry-table.js';
import { momentText } from '../../parts/clock.js';

type Replayed = RowOf<'/api/audit/stream'>;

const checkColumn: TableProps<Replayed>['columns'] = [
  {
    title: '校验',
    render: (_none, { faults, n }) =>
      faults.length > 0 ? (
        <Tag color="red" icon={<CloseCircleOutlined />}>
          不符：{faults.join('、')}
        </Tag>
      ) : (
        <Tag color="green" icon={<CheckCircleOutlined />}>
          {n === null ? '相符，尚未封存' : `相符，叶 ${n}`}
        </Tag>
      ),
  },
];

/** A stream from its first entry: the slider stops the replay at any of them. */
function Replay({ stream }: { readonly stream: string }) {
  const turning = useTurning(100);
  const [chosen, setChosen] = useState<number | null>(null);
  const { data, error, isFetching } = api.useQuery('get', '/api/audit/stream', {
    params: { query: { stream, ...turning.asked } },
  });
  if (error) return <ProblemAlert error={error} />;
  const items = data?.items ?? [];
  const until = Math.min(chosen ?? items.length, items.length);
  const known = items.slice(0, until);
  const last = known.at(-1);
  return (
    <div className="stack">
      {data && (
        <Alert
          type={data.faultCount === 0 ? 'success' : 'error'}
          showIcon
          title={
            data.faultCount === 0
              ? `${data.total} 条记录，形式、前后相接、密钥与签名全部相符`
              : `${data.total} 条记录里有 ${data.faultCount} 处不符：请立即停止写入，保留原样`
          }
        />
      )}
      {items.length > 1 && (
        <Card size="small">
          <Slider min={1} max={items.length} value={until} onChange={setChosen} ariaLabelForHandle="重放到第几条" />
          <div aria-live="polite">
            重放到第 {last?.revision ?? 0} 条：{last && `${eventName(last.type)}，${momentText(last.at)}`}
          </div>
        </Card>
      )}
      <Card size="small">
        <EntryTable
          entries={known}
          isLoading={isFetching}
          extra={checkColumn as never}
          pagination={{
            current: turning.asked.page,
            pageSize: turning.asked.pageSize,
            total: data?.total ?? 0,
            hideOnSinglePage: true,
            onChange: (page, pageSize) => {
              setChosen(null);
              turning.turnTo(page, pageSize);
            },
          }}
          empty={<Empty description="没有这个流，或不在您审计的范围内；请回“查记录”核对名称" />}
        />
      </Card>
    </div>
  );
}

/** Every entry of one stream, checked anew. */
export default function Stream() {
  const { stream = '' } = useParams();
  return (
    <div className="stack">
      <div>
        流 <code>{stream}</code>
      </div>
      <Replay key={stream} stream={stream} />
    </div>
  );
}
