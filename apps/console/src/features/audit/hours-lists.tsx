import type { UseQueryResult } from '@tanstack/react-query';
import { Empty, type TableProps } from 'antd';
import { Link } from 'react-router';
import { provenance } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import type { AnswerOf, RowOf } from '../../api/query.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List, type ListProps } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, minutesText } from '../../parts/words.js';

type Row = RowOf<'/api/years/{year}/entries'>;
type Turning = NonNullable<ListProps<Row>['turning']>;

const columns: TableProps<Row>['columns'] = [
  { title: '志愿者', render: (_none, { volunteerId }) => <PersonLink volunteerId={volunteerId} name="打开档案" /> },
  { title: '服务日期', dataIndex: 'servedOn' },
  { title: '起止', render: (_none, { startsAt, endsAt }) => `${startsAt}—${endsAt}` },
  { title: '时长', className: 'number', render: (_none, { serviceMinutes }) => minutesText(serviceMinutes) },
  { title: '来源等级', render: (_none, row) => codeName(provenance, row.provenance) },
  { title: '登记日期', dataIndex: 'recordedOn' },
  { title: '状态', render: (_none, { state }) => <StateTag state={state} /> },
  { title: '原因', render: (_none, { reversalReasonCode }) => wordOf(reversalReasonCode) },
  {
    title: '流',
    render: (_none, { volunteerId, servedOn }) => (
      <Link to={`/audit/streams/hours-${volunteerId}-${servedOn.slice(0, 4)}`}>重放</Link>
    ),
  },
];

function HoursList({
  answer,
  turning,
  empty,
}: {
  readonly answer: UseQueryResult<AnswerOf<'/api/years/{year}/entries'>, unknown>;
  readonly turning: Turning;
  readonly empty: string;
}) {
  return (
    <List<Row>
      rowKey="entryId"
      size="small"
      columns={columns}
      answer={answer}
      turning={turning}
      empty={<Empty description={empty} />}
    />
  );
}

interface OfYear {
  readonly year: number;
  readonly turning: Turning;
}

/** Credited once and taken back. */
export function Corrections({ year, turning }: OfYear) {
  const answer = api.useQuery('get', '/api/years/{year}/corrected-entries', {
    params: { path: { year }, query: turning.asked },
  });
  return <HoursList answer={answer} turning={turning} empty={`${year} 年没有更正；可换一个年度，或看逾期登记`} />;
}

/** Recorded after the working days that the rules give. */
export function LateEntries({ year, turning }: OfYear) {
  const answer = api.useQuery('get', '/api/years/{year}/entries', {
    params: { path: { year }, query: { ...turning.asked, late: true } },
  });
  return <HoursList answer={answer} turning={turning} empty={`${year} 年没有逾期登记；可换一个年度，或看更正`} />;
}

/** Two entries of one person at one time, not decided yet. */
export function Conflicts({ turning }: { readonly turning: Turning }) {
  const answer = api.useQuery('get', '/api/hours/waiting', {
    params: { query: { ...turning.asked, state: 'conflicted' } },
  });
  return <HoursList answer={answer} turning={turning} empty="没有尚未处理的时间重叠；已处理的在个人的流里" />;
}
