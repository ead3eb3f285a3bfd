import { Alert, Button, Card, DatePicker, Descriptions, Space, Tabs, Tag } from 'antd';
import dayjs from 'dayjs';
import { Link, useParams } from 'react-router';
import { organizationKind } from '#libs/reference/organization-kinds';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { today } from '../../parts/clock.js';
import { Figure } from '../../parts/figure.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { OrganizationLink, OrganizationName } from '../../parts/organization-name.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useTurning } from '../../parts/turning.js';
import { codeName, orDash } from '../../parts/words.js';
import { Coverage } from './coverage.js';
import { Desks } from './desks.js';
import { EndingActs } from './ending.js';
import { NamesAndCounts } from './names-and-counts.js';
import { Posts } from './posts.js';
import { Rules } from './rules.js';
import type { OrganizationRecord, Shown } from './shown.js';

function Children({ organizationId }: { readonly organizationId: string }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/organizations/{organizationId}/children', {
    params: { path: { organizationId }, query: turning.asked },
  });
  return (
    <List<RowOf<'/api/organizations/{organizationId}/children'>>
      rowKey="organizationId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '党组织', render: (_none, row) => <OrganizationLink {...row} /> },
        { title: '类别', render: (_none, row) => codeName(organizationKind, row.kind) },
        { title: '登记日期', dataIndex: 'registeredOn' },
      ]}
    />
  );
}

const membersText = ({ memberCount }: OrganizationRecord): string =>
  memberCount
    ? `正式 ${memberCount.fullMembers} 人，预备 ${memberCount.probationaryMembers} 人（${memberCount.on}）`
    : '未填报';

const staffText = ({ headcount }: OrganizationRecord): string =>
  headcount ? `${headcount.staffHeadcount} 人（${headcount.on}）` : '未填报';

const nameOrDash = (organizationId: string | null) =>
  organizationId === null ? '—' : <OrganizationName organizationId={organizationId} />;

function Particulars({ organization }: { readonly organization: OrganizationRecord }) {
  const { organizationId, name, childCount } = organization;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 3 }}
      items={[
        { key: 'kind', label: '类别', children: codeName(organizationKind, organization.kind) },
        { key: 'unit', label: '单位', children: organization.unitName },
        { key: 'code', label: '统一社会信用代码', children: orDash(organization.unifiedCreditCode) },
        { key: 'registered', label: '登记日期', children: organization.registeredOn },
        { key: 'parent', label: '上级党组织', children: nameOrDash(organization.parentId) },
        { key: 'line', label: '归口管理部门', children: nameOrDash(organization.lineOfAuthorityId) },
        { key: 'members', label: '党员人数', children: membersText(organization) },
        { key: 'staff', label: '单位人数', children: staffText(organization) },
        {
          key: 'children',
          label: '直接下级',
          children: (
            <Figure shown={childCount} title={`${name} 直接下级党组织`}>
              <Children organizationId={organizationId} />
            </Figure>
          ),
        },
      ]}
    />
  );
}

/** Where its people, teams and records went, and who is still to go. */
function Ended({ organization: { organizationId, endedOn, recordsSuccessorId } }: Pick<Shown, 'organization'>) {
  if (endedOn === null) return null;
  return (
    <Alert
      type="info"
      showIcon
      title={`已于 ${endedOn} 合并或拆分；原有记录和以后的证明由承接党组织负责。`}
      description={
        <Space wrap>
          <span>承接党组织：{nameOrDash(recordsSuccessorId)}</span>
          <Link to={`/volunteers?within=${organizationId}`}>还没有转走的志愿者</Link>
          <Link to={`/teams?within=${organizationId}`}>还没有转走的服务队</Link>
        </Space>
      }
    />
  );
}

const tabs: readonly (readonly [key: string, label: string, Part: (shown: Shown) => React.ReactNode])[] = [
  ['coverage', '组队与占比', Coverage],
  ['counts', '名称与人数', NamesAndCounts],
  ['posts', '领导班子', Posts],
  ['rules', '规则包与规定日', Rules],
  ['desks', '受理窗口', Desks],
];

interface OneProps {
  readonly organizationId: string;
}

function One({ organizationId }: OneProps) {
  const filters = useFilters<{ tab: string; on: string }>(['tab', 'on']);
  const { tab = 'coverage', on } = filters.values;
  const { data, error, isPending } = api.useQuery('get', '/api/organizations/{organizationId}', {
    params: { path: { organizationId }, query: on ? { on } : {} },
  });
  if (error) return <ProblemAlert error={error} />;
  const hasEnded = data !== undefined && data.endedOn !== null && data.endedOn <= (on ?? today());
  const isCurrent = on === undefined && !hasEnded;
  return (
    <div className="stack">
      <Card
        size="small"
        loading={isPending}
        title={
          <Space wrap>
            {data?.name}
            {data && (hasEnded ? <Tag>已合并或拆分</Tag> : <Tag color="green">在册</Tag>)}
          </Space>
        }
        extra={data && isCurrent && <EndingActs organization={data} />}
      >
        {data && <Particulars organization={data} />}
      </Card>
      {data && hasEnded && <Ended organization={data} />}
      <Card size="small">
        <div className="toolbar">
          <DatePicker
            aria-label="截至日期"
            placeholder="截至日期：今天"
            style={{ width: 180 }}
            value={on ? dayjs(on) : null}
            onChange={(day) => filters.set({ on: day ? day.format('YYYY-MM-DD') : undefined })}
          />
          {on && (
            <>
              <span>正在看 {on} 的情况；回到今天才能办理</span>
              <Button type="link" onClick={() => filters.set({ on: undefined })}>
                回到今天
              </Button>
            </>
          )}
        </div>
        <Tabs
          activeKey={tab}
          onChange={(key) => filters.set({ tab: key })}
          destroyOnHidden
          items={tabs.map(([key, label, Part]) => ({
            key,
            label,
            children: data && <Part organization={data} on={on} isCurrent={isCurrent} />,
          }))}
        />
      </Card>
    </div>
  );
}

/** One Party organization: what the ledger knows of it, and the acts about it. */
export default function Organization() {
  const { organizationId = '' } = useParams();
  // A page of its own for each: what was typed about one is not kept for the next.
  return <One key={organizationId} organizationId={organizationId} />;
}
