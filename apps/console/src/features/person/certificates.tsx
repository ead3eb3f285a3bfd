import { Button, Empty, Table, Tag } from 'antd';
import { api } from '../../api/client.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText, orDash } from '../../parts/words.js';

const standings = {
  PREPARED: '已编制，待签发',
  VALID: '有效',
  SUPERSEDED: '所依据的时长有更正',
  REVOKED: '已撤销',
} as const;

/** Certificates of service; each opens as the paper to print. */
export function Certificates({ volunteerId }: { readonly volunteerId: string }) {
  const { data, error, isPending } = api.useQuery('get', '/api/certificates/{volunteerId}', {
    params: { path: { volunteerId }, query: { pageSize: 50 } },
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <Table
      size="small"
      rowKey="ordinal"
      loading={isPending}
      pagination={false}
      dataSource={[...(data?.items ?? [])]}
      locale={{ emptyText: <Empty description="还没有开具证明" /> }}
      columns={[
        { title: '编号', dataIndex: 'number' },
        { title: '起止', render: (_none, row) => `${row.fromOn}—${row.untilOn}` },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
        { title: '签发', dataIndex: 'issuedOn', render: orDash },
        { title: '状态', render: (_none, row) => <Tag>{standings[row.standing]}</Tag> },
        {
          title: '打印',
          render: (_none, row) => (
            <a href={`/api/certificates/${volunteerId}/${row.ordinal}?format=html`} target="_blank" rel="noreferrer">
              <Button size="small">打印</Button>
            </a>
          ),
        },
      ]}
    />
  );
}
