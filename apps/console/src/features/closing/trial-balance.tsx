import type { UseQueryResult } from '@tanstack/react-query';
import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Empty, Segmented, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { AnswerOf, RowOf } from '../../api/query.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText, orDash } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';
import type { BookOf } from './book-of.js';

type Balance = AnswerOf<'/api/books/{organizationId}/{year}/trial-balance'>;
type Row = RowOf<'/api/books/{organizationId}/{year}/trial-balance/breaks'>;
type Kind = Row['kind'];

const kinds: Readonly<Record<Kind, string>> = {
  NOT_CREDITED: '已确认未计入',
  CONFLICTED: '时间重叠',
  HELD: '待批准',
  DISPUTED: '异议未答复',
  NOT_ENROLLED: '不在册时的服务',
  SIDES_DIFFER: '三方不等',
};

/** Where the entry behind a break is put right. */
const placeOf = ({ kind, volunteerId, servedOn }: Row): string => {
  if (kind === 'CONFLICTED' || kind === 'HELD' || kind === 'DISPUTED') return '/review';
  const year = servedOn?.slice(0, 4);
  return `/volunteers/${volunteerId}?tab=hours${year ? `&year=${year}` : ''}`;
};

const columns: TableProps<Row>['columns'] = [
  { title: '不平之处', render: (_none, { kind }) => kinds[kind] },
  {
    title: '记录',
    render: (_none, row) => (
      <Link to={`/volunteers/${row.volunteerId}?tab=hours${row.servedOn ? `&year=${row.servedOn.slice(0, 4)}` : ''}`}>
        {row.name}
        {row.servedOn && `　${row.servedOn}`}
      </Link>
    ),
  },
  { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
  { title: '应处理的党组织', render: (_none, row) => <OrganizationName organizationId={row.organizationId} /> },
  { title: '确认人', render: (_none, row) => orDash(row.responsibleName) },
  { title: '办理', render: (_none, row) => <Link to={placeOf(row)}>去处理</Link> },
];

function Breaks({ of, kind }: { readonly of: BookOf; readonly kind: Kind | 'ALL' }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/books/{organizationId}/{year}/trial-balance/breaks', {
    params: { path: of, query: { ...turning.asked, ...(kind === 'ALL' ? {} : { kind }) } },
  });
  return (
    <List<Row>
      rowKey={(row) => `${row.kind} ${row.subjectId}`}
      size="small"
      columns={columns}
      answer={answer}
      turning={turning}
      empty={<Empty description="没有这一类不平之处" />}
    />
  );
}

function Sides({ balance }: { readonly balance: Balance }) {
  const { personMinutes, activityMinutes, teamMinutes } = balance;
  const sides = [
    { side: '个人方', minutes: personMinutes, extra: `${balance.volunteers} 人，${balance.entries} 条` },
    { side: '活动方', minutes: activityMinutes, extra: `${balance.activities} 次活动` },
    { side: '队伍方', minutes: teamMinutes, extra: '' },
  ];
  return (
    <Table
      size="small"
      rowKey="side"
      pagination={false}
      dataSource={sides}
      columns={[
        { title: '方', dataIndex: 'side' },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.minutes) },
        {
          title: '与个人方之差',
          className: 'number',
          render: (_none, row) => minutesText(row.minutes - personMinutes),
        },
        { title: '', dataIndex: 'extra' },
      ]}
    />
  );
}

function Annexes({ balance }: { readonly balance: Balance }) {
  if (balance.annexes.length === 0) return null;
  return (
    <Table
      size="small"
      rowKey="organizationId"
      pagination={false}
      dataSource={[...balance.annexes]}
      columns={[
        { title: '人数不一致的党组织', dataIndex: 'name' },
        { title: '附件2', dataIndex: 'annex2', className: 'number' },
        { title: '附件3', dataIndex: 'annex3', className: 'number' },
        { title: '附件4', dataIndex: 'annex4', className: 'number' },
      ]}
    />
  );
}

/** Three sides, each added up for itself; every break with the organization and the person who has to put it right. */
export function TrialBalance({
  of,
  answer,
}: {
  readonly of: BookOf;
  readonly answer: UseQueryResult<Balance, unknown>;
}) {
  const [kind, setKind] = useState<Kind | 'ALL'>('ALL');
  const { data, error } = answer;
  if (error) return <ProblemAlert error={error} onRetry={() => void answer.refetch()} />;
  if (!data) return null;
  const all = data.counts.reduce((sum, { breaks }) => sum + breaks, 0);
  return (
    <div className="stack">
      <Alert
        type={data.breaks === 0 ? 'success' : 'warning'}
        showIcon
        icon={data.breaks === 0 ? <CheckCircleOutlined /> : <CloseCircleOutlined />}
        title={data.breaks === 0 ? '试算已平，可以年结' : `尚有 ${data.breaks} 处不平，逐处处理后再年结`}
      />
      <Sides balance={data} />
      <Annexes balance={data} />
      {all > 0 && (
        <>
          <Segmented<Kind | 'ALL'>
            aria-label="不平之处的种类"
            value={kind}
            onChange={setKind}
            options={[
              { value: 'ALL', label: `全部 ${all}` },
              ...data.counts.map((one) => ({ value: one.kind, label: `${kinds[one.kind]} ${one.breaks}` })),
            ]}
          />
          <Breaks key={kind} of={of} kind={kind} />
        </>
      )}
    </div>
  );
}
