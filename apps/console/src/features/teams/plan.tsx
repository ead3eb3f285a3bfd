import { Empty, Form, InputNumber, Segmented, Select, Space, Tag, type TableProps } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { serviceTheme } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import type { Given } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { useTurning } from '../../parts/turning.js';
import { codeName, optionsOf, orDash } from '../../parts/words.js';
import { filled, TextItem } from '../../parts/items.js';
import type { OfTeamYear } from './of-team.js';

type Line = RowOf<'/api/teams/{teamId}/years/{year}/plan'>;
type State = Line['state'];
const linePath = '/api/teams/{teamId}/years/{year}/plan';

const stateWords: Readonly<Record<State, readonly [word: string, color: string]>> = {
  planned: ['待开展', 'gold'],
  held: ['已开展', 'green'],
  cancelled: ['活动已取消', 'red'],
  dropped: ['不再开展', 'default'],
};
const states = Object.keys(stateWords) as readonly State[];

function AddLine({ teamId, year }: OfTeamYear) {
  const planLineId = useRef(newId());
  return (
    <CommandButton<typeof linePath, Omit<Given<typeof linePath>['body'], 'planLineId'>>
      type="primary"
      title="列入计划"
      path={linePath}
      given={(typed) => ({ path: { teamId, year }, body: { ...filled(typed), planLineId: planLineId.current } })}
      onClosed={() => {
        planLineId.current = newId();
      }}
    >
      <TextItem name="title" label="活动名称" max={100} />
      <Form.Item name="month" label="计划月份" rules={[{ required: true, message: '请填写计划月份' }]}>
        <InputNumber min={1} max={12} precision={0} suffix="月" />
      </Form.Item>
      <Form.Item name="theme" label="活动主题">
        <Select allowClear options={optionsOf(serviceTheme)} />
      </Form.Item>
      <TextItem name="lead" label="负责人" max={100} isOptional />
      <TextItem name="servedPeople" label="服务对象" max={200} isOptional />
    </CommandButton>
  );
}

/** An activity of the team that carries a line out. */
function TieLine({ teamId, year, line }: OfTeamYear & { readonly line: Line }) {
  const { data } = api.useQuery('get', '/api/activities', {
    params: { query: { teamId, cancelled: false, pageSize: 200 } },
  });
  const tied = new Set(line.activities.map(({ activityId }) => activityId));
  const options = (data?.items ?? [])
    .filter(({ activityId }) => !tied.has(activityId))
    .map(({ activityId, title }) => ({ value: activityId, label: title }));
  return (
    <CommandButton<'/api/activities/{activityId}/plan-lines', { readonly activityId: string }>
      title={`对应活动：${line.title}`}
      label="对应活动"
      path="/api/activities/{activityId}/plan-lines"
      given={({ activityId }) => ({ path: { activityId }, body: { planLineId: line.planLineId, teamId, year } })}
    >
      <Form.Item
        name="activityId"
        label="本队活动"
        extra="还没有登记的，先在“活动”中登记。举办后，这一项即为已开展。"
        rules={[{ required: true, message: '请选取活动' }]}
      >
        <Select
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="本队还没有可以对应的活动"
        />
      </Form.Item>
    </CommandButton>
  );
}

const DropLine = ({ teamId, year, line: { planLineId, title } }: OfTeamYear & { readonly line: Line }) => (
  <CommandButton<'/api/teams/{teamId}/years/{year}/plan/{planLineId}/dropping', { readonly reason: string }>
    title={`取消计划：${title}`}
    label="取消"
    okText="取消这一项"
    isDangerous
    path="/api/teams/{teamId}/years/{year}/plan/{planLineId}/dropping"
    given={(typed) => ({ path: { teamId, year, planLineId }, body: typed })}
  >
    <p>取消后这一项仍列在计划中，写明原因，不能恢复；重新安排的，请另列一项。已登记的活动不受影响。</p>
    <ReasonItem word="原因" />
  </CommandButton>
);

const facts: TableProps<Line>['columns'] = [
  { title: '月份', dataIndex: 'month', className: 'number', render: (month: number) => `${month} 月` },
  { title: '活动名称', dataIndex: 'title' },
  { title: '主题', render: (_none, { theme }) => codeName(serviceTheme, theme) },
  { title: '负责人', dataIndex: 'lead', render: orDash },
  { title: '服务对象', dataIndex: 'servedPeople', render: orDash },
  {
    title: '状态',
    render: (_none, { state, dropReason }) => (
      <>
        <Tag color={stateWords[state][1]}>{stateWords[state][0]}</Tag>
        {dropReason}
      </>
    ),
  },
  {
    title: '对应的活动',
    render: (_none, { activities }) =>
      activities.length === 0 ? (
        '—'
      ) : (
        <Space orientation="vertical" size={0}>
          {activities.map(({ activityId, title, firstHeldOn }) => (
            <Link key={activityId} to={`/activities/${activityId}`}>
              {firstHeldOn ? `${firstHeldOn} ${title}` : title}
            </Link>
          ))}
        </Space>
      ),
  },
];

/** How many lines stand where; each figure narrows the list to them. */
function Figures({
  teamId,
  year,
  state,
  onChoose,
}: OfTeamYear & { readonly state: State | 'all'; readonly onChoose: (state: State | 'all') => void }) {
  const { data } = api.useQuery('get', '/api/teams/{teamId}/years/{year}/plan/figures', {
    params: { path: { teamId, year } },
  });
  const all = data && states.reduce((sum, one) => sum + data[one], 0);
  return (
    <Segmented<State | 'all'>
      aria-label="计划落实"
      value={state}
      onChange={onChoose}
      options={[
        { value: 'all', label: `全部 ${orDash(all)}` },
        ...states.map((value) => ({ value, label: `${stateWords[value][0]} ${orDash(data?.[value])}` })),
      ]}
    />
  );
}

const usePlanning = () => ({
  plan: useMay('PlanAnnualActivity'),
  drop: useMay('DropAnnualActivity'),
  tie: useMay('TiePlanLine'),
});

/** 年度活动计划: what the team means to do month by month, and what became of it. */
export function Plan({ teamId, year, isOpen }: OfTeamYear & { readonly isOpen: boolean }) {
  const [state, setState] = useState<State | 'all'>('all');
  const turning = useTurning(50);
  const may = usePlanning();
  const answer = api.useQuery('get', '/api/teams/{teamId}/years/{year}/plan', {
    params: { path: { teamId, year }, query: { ...turning.asked, ...(state === 'all' ? {} : { state }) } },
  });
  const acts: TableProps<Line>['columns'] =
    may.drop || may.tie
      ? [
          {
            title: '办理',
            render: (_none, line) =>
              line.state === 'dropped' ? null : (
                <Space>
                  {may.tie && <TieLine {...{ teamId, year, line }} />}
                  {may.drop && line.state !== 'held' && <DropLine {...{ teamId, year, line }} />}
                </Space>
              ),
          },
        ]
      : [];
  return (
    <>
      <div className="toolbar">
        <Figures {...{ teamId, year, state }} onChoose={setState} />
        <div className="toolbar-right">{may.plan && isOpen && <AddLine teamId={teamId} year={year} />}</div>
      </div>
      <List<Line>
        rowKey="planLineId"
        size="small"
        answer={answer}
        turning={turning}
        columns={[...(facts ?? []), ...acts]}
        empty={<Empty description={`${year} 年还没有列入计划的活动。每支队每年应有活动计划，逐月列出。`} />}
      />
    </>
  );
}
