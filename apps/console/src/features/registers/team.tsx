import { Card, Descriptions, Table } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router';
import { participantKind } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { codeName, minutesText, orDash } from '../../parts/words.js';

function Members({ teamId }: { readonly teamId: string }) {
  const filters = useFilters<object>([]);
  const answer = api.useQuery('get', '/api/teams/{teamId}/volunteers', {
    params: { path: { teamId }, query: filters.asked },
  });
  return (
    <List
      rowKey="volunteerId"
      answer={answer}
      turning={filters}
      columns={[
        { title: '编号', dataIndex: 'volunteerNumber' },
        { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
        { title: '人员类别', render: (_none, row) => codeName(participantKind, row.participantKind) },
        { title: '入队日期', dataIndex: 'joinedTeamOn', render: orDash },
      ]}
    />
  );
}

/** One team: its year, its activities, its people, its leaders. Every figure stands above the entries that make it up. */
export default function Team() {
  const { teamId = '' } = useParams();
  const [params] = useSearchParams();
  const year = Number(params.get('year') ?? thisYear());
  const { data, error } = api.useQuery('get', '/api/teams/{teamId}/years/{year}', {
    params: { path: { teamId, year } },
  });
  const activities = api.useQuery('get', '/api/teams/{teamId}/years/{year}/activities', {
    params: { path: { teamId, year }, query: { pageSize: 200 } },
  });
  const terms = api.useQuery('get', '/api/teams/{teamId}/leader-terms', {
    params: { path: { teamId }, query: { pageSize: 50 } },
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <div className="stack">
      <Card size="small" title={data?.name}>
        <Descriptions
          column={{ xs: 1, md: 3 }}
          items={[
            { key: 'on', label: '组建日期', children: orDash(data?.establishedOn) },
            {
              key: 'activities',
              label: `${year} 年活动`,
              children: `${data?.activities ?? 0} 次${data?.targetActivities ? `，要求 ${data.targetActivities} 次` : ''}`,
            },
            { key: 'minutes', label: '时长', children: minutesText(data?.serviceMinutes) },
          ]}
        />
      </Card>
      <Card size="small" title={`${year} 年的活动`}>
        <Table
          size="small"
          rowKey="activityId"
          dataSource={[...(activities.data?.items ?? [])]}
          pagination={false}
          columns={[
            {
              title: '活动',
              render: (_none, row) => <Link to={`/activities/${row.activityId}`}>{row.title ?? '—'}</Link>,
            },
            { title: '参加人数', dataIndex: 'members', className: 'number' },
            { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
            { title: '计入次数', render: (_none, row) => (row.isCounted ? '计入' : '不计入') },
          ]}
        />
      </Card>
      <Card size="small" title="成员">
        <Members teamId={teamId} />
      </Card>
      <Card size="small" title="历任队长">
        <Table
          size="small"
          rowKey={(row) => `${row.volunteerId} ${row.appointedOn}`}
          dataSource={[...(terms.data?.items ?? [])]}
          pagination={false}
          columns={[
            { title: '队长', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
            { title: '任职', dataIndex: 'appointedOn' },
            { title: '卸任', dataIndex: 'stoodDownOn', render: orDash },
            { title: '其后空缺（天）', dataIndex: 'gapDays', className: 'number' },
          ]}
        />
      </Card>
    </div>
  );
}
