import { keepPreviousData } from '@tanstack/react-query';
import { Button, Card, Empty, Input, Space } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { organizationKind } from '#libs/reference/organization-kinds';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationLink } from '../../parts/organization-name.js';
import { OrganizationTree } from '../../parts/organization-tree.js';
import { codeName, orDash } from '../../parts/words.js';
import type { TableProps } from 'antd';

type Row = RowOf<'/api/organizations'>;

const columns: TableProps<Row>['columns'] = [
  { title: '党组织', render: (_none, row) => <OrganizationLink {...row} /> },
  { title: '单位', dataIndex: 'unitName' },
  { title: '类别', dataIndex: 'kind', render: (kind: string) => codeName(organizationKind, kind) },
  {
    title: '党员',
    className: 'number',
    render: (_none, { memberCount }) =>
      memberCount ? orDash(memberCount.fullMembers + memberCount.probationaryMembers) : '未填报',
  },
  { title: '直接下级', dataIndex: 'childCount', className: 'number' },
  { title: '规则包', render: (_none, { pack }) => orDash(pack?.pack) },
  { title: '登记日期', dataIndex: 'registeredOn' },
];

/** One by one, or the whole tree from a sheet. */
const RegisterLinks = () => (
  <Space>
    <Link to="/import?kind=organizations">
      <Button>从表格导入</Button>
    </Link>
    <Link to="/organizations/new">
      <Button type="primary">登记党组织</Button>
    </Link>
  </Space>
);

/** The tree on the left, what lies below the chosen one on the right. */
export default function Organizations() {
  const mayRegister = useMay('RegisterPartyOrganization');
  const [text, setText] = useState('');
  const filters = useFilters<Pick<QueryOf<'/api/organizations'>, 'within'>>(['within']);
  const { within } = filters.values;
  const query = { ...filters.asked, ...(text ? { text } : {}) };
  const answer = api.useQuery(
    'get',
    '/api/organizations',
    { params: { query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <div className="tree-and-list">
      <Card size="small" title="组织树">
        <OrganizationTree chosen={within} onChoose={(chosen) => filters.set({ within: chosen })} />
      </Card>
      <Card size="small">
        <div className="toolbar">
          <Input.Search
            placeholder="名称或单位名称"
            allowClear
            onSearch={setText}
            style={{ width: 240 }}
            aria-label="名称或单位名称"
          />
          <div className="toolbar-right">{mayRegister && <RegisterLinks />}</div>
        </div>
        <List
          rowKey="organizationId"
          columns={columns}
          answer={answer}
          turning={filters}
          empty={
            <Empty description="还没有下级党组织：可以逐个登记，也可以用一张表把整棵组织树导入">
              {mayRegister && <RegisterLinks />}
            </Empty>
          }
        />
      </Card>
    </div>
  );
}
