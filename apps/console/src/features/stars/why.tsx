import { Descriptions, Empty, Tabs, type TableProps } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';
import { Side } from '../../parts/side.js';

type Counted = RowOf<'/api/volunteers/{volunteerId}/stars/why/counted'>;
type LeftOut = RowOf<'/api/volunteers/{volunteerId}/stars/why/left-out'>;

interface Person {
  readonly volunteerId: string;
  readonly name: string;
}

const reasons: Readonly<Record<string, string>> = {
  after_the_day: '在截止日期以后',
  same_time_of_another_record: '与并入的另一条登记时间相同',
  reversed: '已冲销',
  conflicted: '时间重叠',
  held: '待批准',
  declined: '不予计入',
  found: '年结后发现',
};

const what = (kind: string, activityId: string | undefined) =>
  activityId ? <Link to={`/activities/${activityId}`}>活动</Link> : wordOf(kind);

const counted: TableProps<Counted>['columns'] = [
  { title: '日期', dataIndex: 'servedOn' },
  { title: '起止', render: (_none, row) => `${row.startsAt}—${row.endsAt}` },
  { title: '事由', render: (_none, row) => what(row.kind, row.activityId) },
  { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
];

const leftOut: TableProps<LeftOut>['columns'] = [
  { title: '日期', render: (_none, { entry }) => entry.servedOn },
  { title: '事由', render: (_none, { entry }) => what(entry.kind, entry.activityId) },
  { title: '时长', className: 'number', render: (_none, { entry }) => minutesText(entry.serviceMinutes) },
  { title: '未计入的原因', render: (_none, { because }) => reasons[because] ?? because },
];

function CountedEntries({ volunteerId }: { readonly volunteerId: string }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/volunteers/{volunteerId}/stars/why/counted', {
    params: { path: { volunteerId }, query: turning.asked },
  });
  return (
    <List<Counted>
      rowKey="entryId"
      size="small"
      columns={counted}
      answer={answer}
      turning={turning}
      empty={<Empty description="还没有计入的时长；确认签到后计入" />}
    />
  );
}

function LeftOutEntries({ volunteerId }: { readonly volunteerId: string }) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/volunteers/{volunteerId}/stars/why/left-out', {
    params: { path: { volunteerId }, query: turning.asked },
  });
  return (
    <List<LeftOut>
      rowKey={({ entry }) => entry.entryId}
      size="small"
      columns={leftOut}
      answer={answer}
      turning={turning}
      empty={<Empty description="没有未计入的记录" />}
    />
  );
}

function Reckoning({ volunteerId }: { readonly volunteerId: string }) {
  const { data, error } = api.useQuery('get', '/api/volunteers/{volunteerId}/stars/why', {
    params: { path: { volunteerId } },
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <div className="stack">
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: 'asOf', label: '截至', children: data ? `${data.asOfOn}（台账位置 ${data.position}）` : '……' },
          {
            key: 'scheme',
            label: '标准',
            children: data && `${data.scheme.issuer} ${data.scheme.id} 第 ${data.scheme.version} 版`,
          },
          { key: 'minutes', label: '计入时长', children: minutesText(data?.creditedMinutes) },
          { key: 'stars', label: '够申报', children: data ? `${data.sufficientStars} 星` : '……' },
          { key: 'missing', label: '下一星还差', children: minutesText(data?.missingMinutes) },
        ]}
      />
      <Tabs
        items={[
          {
            key: 'counted',
            label: `计入 ${data?.countedEntries ?? ''} 条`,
            children: <CountedEntries volunteerId={volunteerId} />,
          },
          {
            key: 'left',
            label: `未计入 ${data?.leftOutEntries ?? ''} 条`,
            children: <LeftOutEntries volunteerId={volunteerId} />,
          },
        ]}
      />
    </div>
  );
}

/** Why this star: the scheme, the minutes, each entry that counts and each that does not, with its reason. */
export const Why = ({ person, onClose }: { readonly person: Person | undefined; readonly onClose: () => void }) => (
  <Side
    open={person !== undefined}
    onClose={onClose}
    title={`${person?.name ?? ''}：为什么是这个星级`}
    size={760}
    destroyOnHidden
  >
    {person && <Reckoning volunteerId={person.volunteerId} />}
  </Side>
);
