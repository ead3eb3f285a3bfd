import { keepPreviousData } from '@tanstack/react-query';
import { Button, Card, DatePicker, Empty, Input, Select, type TableProps } from 'antd';
import dayjs from 'dayjs';
import { useDeferredValue, useState } from 'react';
import { Link } from 'react-router';
import { participantKind } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import { api } from '../../api/client.js';
import type { QueryOf, RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { useFilters } from '../../parts/filters.js';
import { volunteerStatusNames } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { OrganizationTree } from '../../parts/organization-tree.js';
import { PersonLink } from '../../parts/person-link.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, optionsOf, orDash } from '../../parts/words.js';

type Query = QueryOf<'/api/volunteers'>;
type Row = RowOf<'/api/volunteers'>;

const columns: TableProps<Row>['columns'] = [
  { title: '编号', dataIndex: 'volunteerNumber', sorter: true, render: orDash },
  {
    title: '姓名',
    dataIndex: 'name',
    sorter: true,
    render: (name: string, { volunteerId }) => <PersonLink volunteerId={volunteerId} name={name} />,
  },
  { title: '性别', dataIndex: 'sex', render: (code: string) => codeName(sex, code) },
  { title: '党组织', dataIndex: 'organizationName', sorter: true, render: orDash },
  { title: '主队', dataIndex: 'primaryTeamName', render: orDash },
  { title: '人员类别', dataIndex: 'participantKind', render: (code: string) => codeName(participantKind, code) },
  { title: '政治面貌', dataIndex: 'politicalStatus', render: (code: string) => codeName(politicalStatus, code) },
  { title: '入党时间', dataIndex: 'joinedPartyOn', render: orDash },
  { title: '学历', dataIndex: 'education', render: (code: string) => codeName(education, code) },
  { title: '造册日期', dataIndex: 'enrolledOn', sorter: true, render: orDash },
  { title: '状态', dataIndex: 'status', fixed: 'right', render: (state: string) => <StateTag state={state} /> },
];

const statusOptions = Object.entries(volunteerStatusNames).map(([value, label]) => ({ value, label }));

const ApplyLink = () => (
  <Link to="/apply">
    <Button type="primary">登记申请</Button>
  </Link>
);

/** Everybody of the scope on a day; what is typed to find somebody stays out of the address. */
export default function Volunteers() {
  const mayApply = useMay('SubmitApplication');
  const [typed, setTyped] = useState('');
  const text = useDeferredValue(typed.trim());
  const filters = useFilters<Pick<Query, 'within' | 'status' | 'participantKind' | 'on' | 'sort' | 'descending'>>([
    'within',
    'status',
    'participantKind',
    'on',
    'sort',
    'descending',
  ]);
  const { values } = filters;
  const answer = api.useQuery(
    'get',
    '/api/volunteers',
    { params: { query: { ...filters.asked, ...(text ? { text } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <div className="tree-and-list">
      <Card size="small" title="组织树">
        <OrganizationTree chosen={values.within} onChoose={(within) => filters.set({ within })} />
      </Card>
      <Card size="small">
        <search className="toolbar">
          <Input.Search
            placeholder="姓名、拼音或编号"
            aria-label="姓名或编号"
            allowClear
            value={typed}
            onChange={({ target }) => setTyped(target.value)}
            style={{ width: 220 }}
            maxLength={50}
          />
          <Select
            allowClear
            placeholder="状态"
            aria-label="状态"
            value={values.status}
            onChange={(status?: string) => filters.set({ status })}
            options={statusOptions}
            style={{ width: 120 }}
          />
          <Select
            allowClear
            placeholder="人员类别"
            aria-label="人员类别"
            value={values.participantKind}
            onChange={(kind?: string) => filters.set({ participantKind: kind })}
            options={optionsOf(participantKind)}
            style={{ width: 140 }}
          />
          <DatePicker
            placeholder="截至日期"
            aria-label="截至日期"
            value={values.on ? dayjs(values.on) : null}
            onChange={(day) => filters.set({ on: day?.format('YYYY-MM-DD') })}
          />
          <div className="toolbar-right">{mayApply && <ApplyLink />}</div>
        </search>
        <List<Row>
          rowKey="volunteerId"
          columns={columns}
          answer={answer}
          turning={filters}
          onChange={(_pages, _filters, sorter) => {
            const one = Array.isArray(sorter) ? sorter[0] : sorter;
            const sort = one?.order ? String(one.field) : undefined;
            if (sort !== values.sort || String(one?.order === 'descend') !== String(values.descending ?? false))
              filters.set({ sort, descending: one?.order === 'descend' ? 'true' : undefined });
          }}
          empty={<Empty description="没有符合条件的志愿者">{mayApply && <ApplyLink />}</Empty>}
        />
      </Card>
    </div>
  );
}
