import { Button, Empty, Form, InputNumber, Space, Table, Tag } from 'antd';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { AnswerOf, RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMay, useMe } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { DayAndHours } from '../../parts/day-and-hours.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { PersonSelect } from '../../parts/person-select.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { Side } from '../../parts/side.js';
import { useTurning } from '../../parts/turning.js';
import { dayAndHours, hoursText, typedTimes, type DayAndHoursTyped } from '../../parts/typed-times.js';
import { orDash } from '../../parts/words.js';
import type { ActivityInFull } from './acts.js';

type Announced = AnswerOf<'/api/activities/{activityId}/sign-ups'>['items'][number];
type Person = RowOf<'/api/activities/{activityId}/sessions/{sessionId}/sign-ups'>;

interface Typed extends DayAndHoursTyped {
  readonly capacity?: number | null;
}

function AnnounceButton({ activityId }: { readonly activityId: string }) {
  const sessionId = useRef(newId());
  return (
    <CommandButton<'/api/activities/{activityId}/scheduled-sessions', Typed>
      type="primary"
      title="预告场次"
      path="/api/activities/{activityId}/scheduled-sessions"
      given={(typed) => ({
        path: { activityId },
        body: {
          sessionId: sessionId.current,
          ...dayAndHours(typed),
          ...(typed.capacity ? { capacity: typed.capacity } : {}),
        },
      })}
      onClosed={() => {
        sessionId.current = newId();
      }}
    >
      <p>预告后，队员可以报名；不属于任何队的活动，所有志愿者都可以报名。</p>
      <DayAndHours />
      <Form.Item name="capacity" label="人数上限（不填为不限；满了的可以候补）">
        <InputNumber min={1} max={10_000} precision={0} />
      </Form.Item>
    </CommandButton>
  );
}

interface ActsProps {
  readonly session: Announced;
  /** Of a cancelled activity nothing is held any more. */
  readonly isOpen: boolean;
  readonly onShow: () => void;
}

/** What can be done with a session until it is held. */
function Acts({ session, isOpen, onShow }: ActsProps) {
  const mayHold = useMay('HoldSession') && isOpen;
  const { activityId, sessionId, heldOn, startsAt, endsOn, endsAt } = session;
  const path = { activityId, sessionId };
  return (
    <Space wrap>
      <Button size="small" onClick={onShow}>
        名单
      </Button>
      {mayHold && !session.isHeld && (
        <>
          <Link to={`/activities/${activityId}/sessions/${sessionId}/code`}>
            <Button size="small">现场签到码</Button>
          </Link>
          <CommandButton<
            '/api/activities/{activityId}/sessions/{sessionId}/rescheduling',
            DayAndHoursTyped & { reason: string }
          >
            title="改期"
            path="/api/activities/{activityId}/sessions/{sessionId}/rescheduling"
            initial={typedTimes(session)}
            given={(typed) => ({ path, body: { ...dayAndHours(typed), reason: typed.reason } })}
          >
            <p>报名和候补都保留，逐人告知。</p>
            <DayAndHours />
            <ReasonItem word="原因" isSeen />
          </CommandButton>
          <CommandButton<'/api/activities/{activityId}/sessions', object>
            title="登记举办"
            path="/api/activities/{activityId}/sessions"
            given={() => ({ path: { activityId }, body: { sessionId, heldOn, startsAt, endsOn, endsAt } })}
            okText="登记"
          >
            <p>
              按预告的时间登记本场已举办，签到的人随即列入签到表，等另一人确认。没有签到的人可以再在“登记签到”里补上。
            </p>
          </CommandButton>
        </>
      )}
    </Space>
  );
}

const stateText = ({ state, place }: Person): string => {
  if (state === 'signed_up') return '已报名';
  return state === 'waiting' ? `候补第 ${place ?? '—'} 位` : '未报名，到场签到';
};

function People({ session, isOpen }: Omit<ActsProps, 'onShow'>) {
  const mayForOthers = mayGiveForOthers(useMe(), 'SignUp');
  const { activityId, sessionId, isHeld } = session;
  const turning = useTurning(50);
  const answer = api.useQuery('get', '/api/activities/{activityId}/sessions/{sessionId}/sign-ups', {
    params: { path: { activityId, sessionId }, query: turning.asked },
  });
  const mayChange = mayForOthers && isOpen && !isHeld;
  return (
    <>
      <div className="toolbar">
        {mayChange && (
          <CommandButton<'/api/activities/{activityId}/sessions/{sessionId}/sign-ups', { volunteerId: string }>
            title="代为报名"
            path="/api/activities/{activityId}/sessions/{sessionId}/sign-ups"
            given={({ volunteerId }) => ({ path: { activityId, sessionId }, body: { volunteerId } })}
          >
            <Form.Item name="volunteerId" label="志愿者" rules={[{ required: true, message: '请选择志愿者' }]}>
              <PersonSelect label="志愿者" />
            </Form.Item>
          </CommandButton>
        )}
      </div>
      <List<Person>
        rowKey="volunteerId"
        size="small"
        answer={answer}
        turning={turning}
        empty={<Empty description="还没有人报名" />}
        columns={[
          {
            title: '姓名',
            render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.volunteerName} />,
          },
          { title: '报名', render: (_none, row) => stateText(row) },
          { title: '报名日期', render: (_none, row) => orDash(row.signedUpOn) },
          {
            title: '所需特长',
            render: (_none, { missingSkills }) =>
              missingSkills.length > 0 ? <Tag color="gold">登记表上没有：{missingSkills.join('、')}</Tag> : '—',
          },
          {
            title: '到场',
            render: (_none, { checkedInAt, checkedOutAt }) =>
              checkedInAt === null
                ? '—'
                : `${checkedInAt} 签到${checkedOutAt === null ? '' : `，${checkedOutAt} 签退`}`,
          },
          {
            title: '办理',
            render: (_none, { volunteerId, state }) =>
              mayChange &&
              state !== null && (
                <CommandButton<
                  '/api/activities/{activityId}/sessions/{sessionId}/sign-ups/{volunteerId}/cancellation',
                  object
                >
                  title="取消报名"
                  path="/api/activities/{activityId}/sessions/{sessionId}/sign-ups/{volunteerId}/cancellation"
                  given={() => ({ path: { activityId, sessionId, volunteerId }, body: {} })}
                  okText="取消其报名"
                  isDangerous
                >
                  <p>空出的名额由候补第一位递补，并告知其本人。</p>
                </CommandButton>
              ),
          },
        ]}
      />
    </>
  );
}

/** Sessions announced before they take place: who comes, who waits, who was there. */
export function SignUps({ activity: { activityId, cancelledOn } }: { readonly activity: ActivityInFull }) {
  const isOpen = cancelledOn === null;
  const mayAnnounce = useMay('ScheduleSession');
  const { data, error, isPending } = api.useQuery('get', '/api/activities/{activityId}/sign-ups', {
    params: { path: { activityId } },
  });
  const [shownId, setShown] = useState<string | undefined>();
  if (error) return <ProblemAlert error={error} />;
  const shown = data?.items.find(({ sessionId }) => sessionId === shownId);
  return (
    <>
      <div className="toolbar">{mayAnnounce && isOpen && <AnnounceButton activityId={activityId} />}</div>
      <Table<Announced>
        size="small"
        rowKey="sessionId"
        loading={isPending}
        dataSource={data?.items}
        pagination={false}
        locale={{ emptyText: <Empty description="还没有预告的场次；先预告，队员才能报名" /> }}
        columns={[
          {
            title: '场次',
            render: (_none, session) => (
              <>
                {session.heldOn} <span className="entry-time">{hoursText(session)}</span>{' '}
                {session.isHeld && <Tag>已举办</Tag>}
                {!session.isHeld && !isOpen && <Tag>不再举办</Tag>}
              </>
            ),
          },
          { title: '名额', className: 'number', render: (_none, { capacity }) => capacity ?? '不限' },
          { title: '报名', dataIndex: 'signedUp', className: 'number' },
          { title: '候补', dataIndex: 'waiting', className: 'number', responsive: ['md'] },
          { title: '到场', dataIndex: 'checkedIn', className: 'number', responsive: ['md'] },
          {
            title: '办理',
            render: (_none, session) => (
              <Acts session={session} isOpen={isOpen} onShow={() => setShown(session.sessionId)} />
            ),
          },
        ]}
      />
      <Side
        open={shown !== undefined}
        onClose={() => setShown(undefined)}
        title={shown ? `${shown.heldOn} 报名名单` : ''}
        size={860}
        destroyOnHidden
      >
        {shown && <People session={shown} isOpen={isOpen} />}
      </Side>
    </>
  );
}
