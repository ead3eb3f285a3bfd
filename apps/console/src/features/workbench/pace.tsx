import { Card, Progress, Table } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { OrganizationLink } from '../../parts/organization-name.js';
import { minutesText, percentText } from '../../parts/words.js';

const pageSize = 8;

/** Where the scope stands: teams under their number of activities, bodies under their share of volunteers. */
export function Pace() {
  const year = thisYear();
  const teams = api.useQuery('get', '/api/years/{year}/teams-under-target', {
    params: { path: { year }, query: { pageSize } },
  });
  const people = api.useQuery('get', '/api/shortfall', { params: { query: { pageSize } } });
  const coverage = api.useQuery('get', '/api/coverage', { params: { query: { pageSize } } });
  return (
    <div className="cards" style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(340px, 1fr))' }}>
      <Card size="small" title={`活动次数未达标的服务队（${teams.data?.total ?? '…'}）`}>
        <Table
          size="small"
          rowKey="teamId"
          pagination={false}
          dataSource={[...(teams.data?.items ?? [])]}
          columns={[
            { title: '服务队', render: (_none, row) => <Link to={`/teams/${row.teamId}`}>{row.name}</Link> },
            { title: '活动', render: (_none, row) => `${row.activities}/${row.targetActivities ?? '—'}` },
          ]}
        />
      </Card>
      <Card size="small" title={`按进度落后的志愿者（${people.data?.total ?? '…'}）`}>
        <Table
          size="small"
          rowKey="volunteerId"
          pagination={false}
          dataSource={[...(people.data?.items ?? [])]}
          columns={[
            { title: '姓名', render: (_none, row) => <Link to={`/volunteers/${row.volunteerId}`}>{row.name}</Link> },
            {
              title: '已计入',
              render: (_none, row) => (
                <Progress
                  size="small"
                  aria-label="已计入时长"
                  percent={Math.min(100, Math.round((100 * row.serviceMinutes) / row.targetMinutes))}
                  format={() => minutesText(row.serviceMinutes)}
                />
              ),
            },
            { title: '还差', render: (_none, row) => minutesText(row.missingMinutes) },
          ]}
        />
      </Card>
      <Card size="small" title="志愿者占党员的比例">
        <Table
          size="small"
          rowKey="organizationId"
          pagination={false}
          dataSource={[...(coverage.data?.items ?? [])]}
          columns={[
            { title: '党组织', render: (_none, row) => <OrganizationLink {...row} /> },
            {
              title: '比例',
              render: (_none, { ratio }) =>
                ratio === null || ratio.basisPoints === null ? '未填报党员数' : percentText(ratio.basisPoints),
            },
            {
              title: '要求',
              render: (_none, { ratio }) => (ratio ? `${ratio.percentMin}%${ratio.met ? '，已达到' : ''}` : '—'),
            },
          ]}
        />
      </Card>
    </div>
  );
}
