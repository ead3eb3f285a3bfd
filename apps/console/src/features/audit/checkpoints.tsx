import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Card, Empty, Statistic, Space, Table, Tag, type TableProps } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { AnswerOf, RowOf } from '../../api/query.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { momentText } from '../../parts/clock.js';

type Row = RowOf<'/api/audit/checkpoints'>;
type Held = AnswerOf<'/api/audit/checkpoints'>['quarantined'];

const noteAddress = ({ note }: Row): string => `data:text/plain;charset=utf-8,${encodeURIComponent(note)}`;

const columns: TableProps<Row>['columns'] = [
  { title: '条数', dataIndex: 'size', className: 'number' },
  { title: '根（与纸上逐组核对）', render: (_none, { rootGroups }) => <code>{rootGroups}</code> },
  { title: '保存时间', render: (_none, { keptAt }) => momentText(keptAt) },
  {
    title: '见证人',
    render: (_none, { witnesses }) =>
      witnesses.length > 0 ? (
        <Tag color="green" icon={<CheckCircleOutlined />}>
          {witnesses.join('、')}
        </Tag>
      ) : (
        <Tag color="gold" icon={<CloseCircleOutlined />}>
          还没有
        </Tag>
      ),
  },
  {
    title: '取走',
    render: (_none, row) => (
      <a href={noteAddress(row)} download={`检查点-${row.size}.txt`}>
        下载
      </a>
    ),
  },
];

function Quarantine({ held }: { readonly held: Held }) {
  if (held.length === 0) return null;
  return (
    <Card size="small" title="没有封存的记录（隔离）">
      <Table
        size="small"
        rowKey="position"
        pagination={false}
        dataSource={[...held]}
        columns={[
          { title: '位置', dataIndex: 'position', className: 'number' },
          { title: '流', render: (_none, { stream }) => <Link to={`/audit/streams/${stream}`}>{stream}</Link> },
          { title: '不符', render: (_none, { checks }) => <span className="fault">{checks.join('、')}</span> },
          { title: '发现时间', render: (_none, { foundAt }) => momentText(foundAt) },
        ]}
      />
    </Card>
  );
}

/** Signed heads of the log, who witnessed them, and what was kept out of the tree. */
export default function Checkpoints() {
  const filters = useFilters<object>([]);
  const answer = api.useQuery('get', '/api/audit/checkpoints', { params: { query: filters.asked } });
  const { data } = answer;
  const held = data?.quarantined ?? [];
  return (
    <div className="stack">
      <Card size="small">
        <Space size="large">
          <Statistic title="已封存" value={data?.sealed ?? 0} suffix="条" />
          <Statistic title="检查点" value={data?.total ?? 0} suffix="个" />
          <Statistic title="隔离" value={held.length} suffix="条" />
        </Space>
      </Card>
      {held.length > 0 && (
        <Alert type="error" showIcon title="有记录没有通过封存前的校验：请停止写入，保留原样，查明是谁写的" />
      )}
      <Quarantine held={held} />
      <Card size="small">
        <List<Row>
          rowKey="size"
          size="small"
          columns={columns}
          answer={answer}
          turning={filters}
          empty={
            <Empty description="还没有检查点：请台账单位执行 zhice checkpoint，或等系统每分钟自动封存；再请见证人签名" />
          }
        />
      </Card>
    </div>
  );
}
