import { Card, Descriptions, Space, Tabs, Tag } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { provenance } from '#libs/reference/ledger-codes';
import { serviceTheme } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { StateTag } from '../../parts/state-tag.js';
import { hoursText } from '../../parts/typed-times.js';
import { codeName, minutesText, orDash } from '../../parts/words.js';
import { ActivityActs, type ActivityInFull } from './acts.js';
import { Evidence } from './evidence.js';
import { PlanLines } from './plan-lines.js';
import { Sessions } from './sessions.js';
import { SignUps } from './sign-ups.js';

function Attendances({ activityId }: { readonly activityId: string }) {
  const filters = useFilters<object>([]);
  const answer = api.useQuery('get', '/api/activities/{activityId}/attendances', {
    params: { path: { activityId }, query: filters.asked },
  });
  return (
    <List
      rowKey="entryId"
      size="small"
      answer={answer}
      turning={filters}
      columns={[
        {
          title: '姓名',
          render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.volunteerName} />,
        },
        { title: '日期', dataIndex: 'servedOn' },
        { title: '时间', render: (_none, row) => hoursText({ ...row, heldOn: row.servedOn }) },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
        { title: '来源等级', render: (_none, row) => codeName(provenance, row.provenance) },
        { title: '状态', render: (_none, row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}

const insuranceOf = ({ insuredOn, isDangerous }: ActivityInFull): string => {
  if (insuredOn !== null) return `${insuredOn} 已登记`;
  return isDangerous ? '有人身危险，须登记' : '—';
};

const Facts = ({ activity }: { readonly activity: ActivityInFull }) => (
  <Descriptions
    size="small"
    column={{ xs: 1, md: 3 }}
    items={[
      { key: 'unit', label: '组织单位', children: orDash(activity.organizationName) },
      { key: 'teams', label: '服务队', children: activity.teams.map(({ name }) => name ?? '—').join('、') },
      { key: 'person', label: '负责人', children: orDash(activity.responsiblePerson) },
      { key: 'place', label: '地点', children: orDash(activity.place) },
      { key: 'theme', label: '主题', children: codeName(serviceTheme, activity.theme) },
      { key: 'insured', label: '保险', children: insuranceOf(activity) },
      { key: 'content', label: '内容', children: orDash(activity.content), span: 'filled' },
    ]}
  />
);

/** One activity, from its plan to its hours. */
export default function Activity() {
  const { activityId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const {
    data: activity,
    error,
    isPending,
  } = api.useQuery('get', '/api/activities/{activityId}', { params: { path: { activityId } } });
  if (error) return <ProblemAlert error={error} />;
  return (
    <div className="stack">
      <Card
        size="small"
        extra={activity && <ActivityActs activity={activity} />}
        loading={isPending}
        title={
          <Space>
            {activity?.title}
            {activity?.cancelledOn && (
              <Tag>
                {activity.cancelledOn} 已取消：{activity.cancellationReason}
              </Tag>
            )}
          </Space>
        }
      >
        {activity && <Facts activity={activity} />}
      </Card>
      {activity && (
        <Card size="small">
          <Tabs
            activeKey={params.get('tab') ?? 'sessions'}
            // Pages of one tab's list are none of another's.
            onChange={(tab) => setParams({ tab })}
            items={[
              { key: 'sessions', label: '场次与签到', children: <Sessions activity={activity} /> },
              { key: 'sign-ups', label: '预告与报名', children: <SignUps activity={activity} /> },
              {
                key: 'people',
                label: `参加人员与时长（${activity.participants}）`,
                children: <Attendances activityId={activityId} />,
              },
              { key: 'evidence', label: '佐证', children: <Evidence activity={activity} /> },
              { key: 'plan', label: '年度计划', children: <PlanLines activity={activity} /> },
            ]}
          />
        </Card>
      )}
    </div>
  );
}
