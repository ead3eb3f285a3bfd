import { Empty } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { List } from '../../parts/list.js';
import { useTurning } from '../../parts/turning.js';
import { minutesText } from '../../parts/words.js';
import type { OfTeamYear } from './of-team.js';

/** The activities that make up the year's figures, and which of them count. */
export function Activities({ teamId, year }: OfTeamYear) {
  const turning = useTurning(50);
  const answer = api.useQuery('get', '/api/teams/{teamId}/years/{year}/activities', {
    params: { path: { teamId, year }, query: turning.asked },
  });
  return (
    <List<RowOf<'/api/teams/{teamId}/years/{year}/activities'>>
      rowKey="activityId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '活动', render: (_none, row) => <Link to={`/activities/${row.activityId}`}>{row.title ?? '—'}</Link> },
        { title: '参加人数', dataIndex: 'members', className: 'number' },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
        { title: '计入次数', render: (_none, row) => (row.isCounted ? '计入' : '不计入') },
      ]}
      empty={<Empty description={`${year} 年还没有计入时长的活动`} />}
    />
  );
}
