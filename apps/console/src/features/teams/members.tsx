import { Empty, Form, Switch, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { participantKind } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { Figure } from '../../parts/figure.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { PersonSelect } from '../../parts/person-select.js';
import { useTurning } from '../../parts/turning.js';
import { codeName } from '../../parts/words.js';
import { DayItem, dayOf } from '../../parts/items.js';

type Member = RowOf<'/api/volunteers'>;

interface OfTeam {
  readonly teamId: string;
}

interface Joining {
  readonly volunteerId: string;
  readonly joinedOn: Dayjs;
  readonly asPrimary: boolean;
}

const Join = ({ teamId }: OfTeam) => (
  <CommandButton<'/api/teams/{teamId}/members', Joining>
    type="primary"
    title="登记入队"
    path="/api/teams/{teamId}/members"
    initial={{ joinedOn: dayjs(today()), asPrimary: true }}
    given={({ joinedOn, ...typed }) => ({ path: { teamId }, body: { ...typed, joinedOn: dayOf(joinedOn) } })}
  >
    <Form.Item name="volunteerId" label="志愿者" rules={[{ required: true, message: '请选取志愿者' }]}>
      <PersonSelect />
    </Form.Item>
    <DayItem name="joinedOn" label="入队日期" />
    <Form.Item name="asPrimary" label="作为主队" valuePropName="checked" extra="每人只有一支主队，人数按主队统计。">
      <Switch />
    </Form.Item>
  </CommandButton>
);

const Leave = ({ teamId, member: { volunteerId, name } }: OfTeam & { readonly member: Member }) => (
  <CommandButton<'/api/teams/{teamId}/members/{volunteerId}/end', { readonly leftOn: Dayjs }>
    title={`登记离队：${name}`}
    label="登记离队"
    okText="离队"
    path="/api/teams/{teamId}/members/{volunteerId}/end"
    initial={{ leftOn: dayjs(today()) }}
    given={({ leftOn }) => ({ path: { teamId, volunteerId }, body: { leftOn: dayOf(leftOn) } })}
  >
    <p>离队不需要理由。自离队日期起不再是本队队员和小组成员；任队长的，同日卸任。以前的活动和时长不变。</p>
    <DayItem name="leftOn" label="离队日期" />
  </CommandButton>
);

/** Who makes up the number that the register of teams (附件3) counts. */
function Counted({ teamId }: OfTeam) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/teams/{teamId}/volunteers', {
    params: { path: { teamId }, query: turning.asked },
  });
  return (
    <List<RowOf<'/api/teams/{teamId}/volunteers'>>
      rowKey="volunteerId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '编号', dataIndex: 'volunteerNumber' },
        { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
        { title: '人员类别', render: (_none, row) => codeName(participantKind, row.participantKind) },
        { title: '入队日期', dataIndex: 'joinedTeamOn' },
      ]}
    />
  );
}

const countedTitle = '按主队统计的志愿者人数';

/** Everybody in the team, also those whose primary team is another. */
export function Members({ teamId, isOpen }: OfTeam & { readonly isOpen: boolean }) {
  const me = useMe();
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/volunteers', {
    params: { query: { ...turning.asked, memberOfTeamId: teamId, status: 'ENROLLED', sort: 'name' } },
  });
  const counted = api.useQuery('get', '/api/teams/{teamId}/volunteers', {
    params: { path: { teamId }, query: { pageSize: 1 } },
  });
  const mayJoin = isOpen && mayGiveForOthers(me, 'JoinTeam');
  const mayEnd = isOpen && mayGiveForOthers(me, 'LeaveTeam');
  const acts: TableProps<Member>['columns'] = mayEnd
    ? [{ title: '办理', render: (_none, member) => <Leave {...{ teamId, member }} /> }]
    : [];
  return (
    <>
      <div className="toolbar">
        <span>
          {countedTitle}（附件3）：
          <Figure shown={counted.data?.total ?? '—'} title={countedTitle}>
            <Counted teamId={teamId} />
          </Figure>
        </span>
        <div className="toolbar-right">{mayJoin && <Join teamId={teamId} />}</div>
      </div>
      <List<Member>
        rowKey="volunteerId"
        size="small"
        answer={answer}
        turning={turning}
        columns={[
          { title: '编号', dataIndex: 'volunteerNumber' },
          { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
          { title: '人员类别', render: (_none, row) => codeName(participantKind, row.participantKind) },
          {
            title: '主队',
            render: (_none, row) => (row.primaryTeamId === teamId ? '本队' : (row.primaryTeamName ?? '—')),
          },
          ...(acts ?? []),
        ]}
        empty={<Empty description="本队还没有队员" />}
      />
    </>
  );
}
