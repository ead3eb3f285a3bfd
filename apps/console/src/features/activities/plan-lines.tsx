import { Card, Empty, Space, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { orDash } from '../../parts/words.js';
import type { ActivityInFull } from './acts.js';

type PlanLine = RowOf<'/api/teams/{teamId}/years/{year}/plan'>;

const stateNames: Readonly<Record<PlanLine['state'], string>> = {
  planned: '尚未开展',
  held: '已开展',
  cancelled: '活动已取消',
  dropped: '已不列入计划',
};

interface Props {
  readonly activityId: string;
  readonly line: PlanLine;
}

function TieButton({ activityId, line: { teamId, year, planLineId, title } }: Props) {
  return (
    <CommandButton<'/api/activities/{activityId}/plan-lines', object>
      title={`对应计划：${title}`}
      label="对应"
      okText="对应"
      path="/api/activities/{activityId}/plan-lines"
      given={() => ({ path: { activityId }, body: { teamId, year, planLineId } })}
    >
      <p>对应后，这项计划按本活动的举办或取消显示落实情况，不能解除。</p>
    </CommandButton>
  );
}

/** Other activities that carry out the same line. */
const Others = ({ activityId, line }: Props) => (
  <Space wrap>
    {line.activities
      .filter((one) => one.activityId !== activityId)
      .map((one) => (
        <Link key={one.activityId} to={`/activities/${one.activityId}`}>
          {one.title}
        </Link>
      ))}
  </Space>
);

function PlanOfTeam({
  activity,
  team,
}: {
  readonly activity: ActivityInFull;
  readonly team: ActivityInFull['teams'][number];
}) {
  const mayTie = useMay('TiePlanLine') && activity.cancelledOn === null;
  const { activityId } = activity;
  const year = Number((activity.firstHeldOn ?? activity.plannedOn).slice(0, 4));
  const { data, error, isPending } = api.useQuery('get', '/api/teams/{teamId}/years/{year}/plan', {
    params: { path: { teamId: team.teamId, year }, query: { pageSize: 200 } },
  });
  if (error) return <ProblemAlert error={error} />;
  const isTied = (line: PlanLine): boolean => line.activities.some((one) => one.activityId === activityId);
  return (
    <Card size="small" title={`${team.name ?? '服务队'} ${year} 年度活动计划`}>
      <Table<PlanLine>
        size="small"
        rowKey="planLineId"
        loading={isPending}
        dataSource={data?.items}
        pagination={false}
        locale={{ emptyText: <Empty description="这支队本年还没有列入计划的活动" /> }}
        columns={[
          { title: '月份', className: 'number', render: (_none, { month }) => `${month} 月` },
          { title: '计划的活动', dataIndex: 'title', render: orDash },
          { title: '落实情况', render: (_none, { state }) => stateNames[state] },
          { title: '同一项计划的其他活动', render: (_none, line) => <Others activityId={activityId} line={line} /> },
          {
            title: '本活动',
            render: (_none, line) => {
              if (isTied(line)) return <Tag color="green">已对应本活动</Tag>;
              return mayTie && line.state !== 'dropped' ? <TieButton activityId={activityId} line={line} /> : '—';
            },
          },
        ]}
      />
    </Card>
  );
}

/** Which lines of its teams' annual plans this activity carries out. */
export function PlanLines({ activity }: { readonly activity: ActivityInFull }) {
  if (activity.teams.length === 0) return <Empty description="不属于任何服务队的活动，不对应年度计划" />;
  return (
    <div className="stack">
      {activity.teams.map((team) => (
        <PlanOfTeam key={team.teamId} activity={activity} team={team} />
      ))}
    </div>
  );
}
