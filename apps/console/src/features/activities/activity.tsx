import { Button, Card, Descriptions, Form, Input, Space, Table, Tabs, Tag } from 'antd';
import dayjs from 'dayjs';
import { useRef } from 'react';
import { Link, useParams } from 'react-router';
import { provenance } from '#libs/reference/ledger-codes';
import { serviceTheme } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { newId } from '../../api/ids.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { DayAndHours, dayAndHours, type DayAndHoursTyped } from '../../parts/day-and-hours.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { PersonLink } from '../../parts/person-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { SignUps } from './sign-ups.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, minutesText, orDash } from '../../parts/words.js';

function HoldButton({ activityId }: { readonly activityId: string }) {
  const sessionId = useRef(newId());
  return (
    <CommandButton<'/api/activities/{activityId}/sessions', DayAndHoursTyped>
      type="primary"
      title="登记场次"
      path="/api/activities/{activityId}/sessions"
      initial={{ heldOn: dayjs(today()) }}
      given={(typed) => ({ path: { activityId }, body: { sessionId: sessionId.current, ...dayAndHours(typed) } })}
      onClosed={() => {
        sessionId.current = newId();
      }}
    >
      <DayAndHours />
    </CommandButton>
  );
}

type Held = AnswerOf<'/api/activities/{activityId}'>['held'][number];

function Sessions({ activityId, held }: { readonly activityId: string; readonly held: readonly Held[] }) {
  const mayRecord = useMay('RecordAttendance');
  const mayAttest = useMay('AttestAttendance');
  return (
    <>
      <div className="toolbar">{mayRecord && <HoldButton activityId={activityId} />}</div>
      <Table<Held>
        size="small"
        rowKey="sessionId"
        dataSource={[...held]}
        pagination={false}
        locale={{ emptyText: '还没有场次，请先登记' }}
        columns={[
          {
            title: '场次',
            // On a phone, where a leader stands at the door, the acts need the room.
            render: (_none, row) => (
              <>
                {row.heldOn} <span className="entry-time">{`${row.startsAt}—${row.endsAt}`}</span>
              </>
            ),
          },
          { title: '参加人次', dataIndex: 'participants', className: 'number', responsive: ['md'] },
          {
            title: '时长',
            className: 'number',
            responsive: ['md'],
            render: (_none, row) => minutesText(row.serviceMinutes),
          },
          {
            title: '办理',
            render: (_none, { sessionId }) => (
              <Space wrap>
                {mayRecord && (
                  <Link to={`/activities/${activityId}/sessions/${sessionId}/attendance`}>
                    <Button size="small">登记签到</Button>
                  </Link>
                )}
                {mayRecord && (
                  <Link to={`/activities/${activityId}/sessions/${sessionId}/code`}>
                    <Button size="small">现场签到码</Button>
                  </Link>
                )}
                {mayAttest && (
                  <CommandButton<'/api/activities/{activityId}/sessions/{sessionId}/attestation', object>
                    title="确认签到"
                    path="/api/activities/{activityId}/sessions/{sessionId}/attestation"
                    given={() => ({ path: { activityId, sessionId }, body: {} })}
                    okText="确认"
                  >
                    <p>确认后，本场全部待确认人员的时长随即记入。登记人不能确认自己登记的签到。</p>
                  </CommandButton>
                )}
              </Space>
            ),
          },
        ]}
      />
    </>
  );
}

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
        { title: '时间', render: (_none, row) => `${row.startsAt}—${row.endsAt}` },
        { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
        { title: '来源等级', render: (_none, row) => codeName(provenance, row.provenance) },
        { title: '状态', render: (_none, row) => <StateTag state={row.state} /> },
      ]}
    />
  );
}

interface Changed {
  readonly place?: string;
  readonly responsiblePerson?: string;
  readonly reason: string;
}

/** Another place or leader before it is held; what stays as it was is not sent. */
function ChangeButton({ activity }: { readonly activity: AnswerOf<'/api/activities/{activityId}'> | undefined }) {
  const may = useMay('ChangeActivity');
  if (!may || !activity || activity.held.length > 0 || activity.cancelledOn !== null) return null;
  const { activityId, place, responsiblePerson } = activity;
  return (
    <CommandButton<'/api/activities/{activityId}/change', Changed>
      title="变更地点或负责人"
      okText="变更"
      path="/api/activities/{activityId}/change"
      initial={{ place, responsiblePerson }}
      given={(typed) => ({
        path: { activityId },
        body: {
          reason: typed.reason,
          ...(typed.place && typed.place !== place ? { place: typed.place } : {}),
          ...(typed.responsiblePerson && typed.responsiblePerson !== responsiblePerson
            ? { responsiblePerson: typed.responsiblePerson }
            : {}),
        },
      })}
    >
      <p>报名和候补的人会逐人收到通知。已有场次举办的活动不能变更。</p>
      <Form.Item name="place" label="地点">
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="responsiblePerson" label="负责人">
        <Input maxLength={100} />
      </Form.Item>
      <ReasonItem word="原因" isSeen />
    </CommandButton>
  );
}

/** One activity, from its plan to its hours. */
export default function Activity() {
  const { activityId = '' } = useParams();
  const { data, error, isPending } = api.useQuery('get', '/api/activities/{activityId}', {
    params: { path: { activityId } },
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <div className="stack">
      <Card
        size="small"
        extra={<ChangeButton activity={data} />}
        loading={isPending}
        title={
          <Space>
            {data?.title}
            {data?.cancelledOn && <Tag>已取消：{data.cancellationReason}</Tag>}
          </Space>
        }
      >
        <Descriptions
          size="small"
          column={{ xs: 1, md: 3 }}
          items={[
            { key: 'unit', label: '组织单位', children: orDash(data?.organizationName) },
            { key: 'teams', label: '服务队', children: data?.teams.map(({ name }) => name ?? '—').join('、') },
            { key: 'person', label: '负责人', children: orDash(data?.responsiblePerson) },
            { key: 'place', label: '地点', children: orDash(data?.place) },
            { key: 'theme', label: '主题', children: codeName(serviceTheme, data?.theme) },
            {
              key: 'insured',
              label: '保险',
              children: data?.insuredOn ? `${data.insuredOn} 已登记` : data?.isDangerous ? '有人身危险，须登记' : '—',
            },
            { key: 'content', label: '内容', children: orDash(data?.content), span: 'filled' },
          ]}
        />
      </Card>
      <Card size="small">
        <Tabs
          items={[
            {
              key: 'sessions',
              label: '场次与签到',
              children: <Sessions activityId={activityId} held={data?.held ?? []} />,
            },
            { key: 'sign-ups', label: '预告与报名', children: <SignUps activityId={activityId} /> },
            {
              key: 'people',
              label: `参加人员与时长（${data?.participants ?? 0}）`,
              children: <Attendances activityId={activityId} />,
            },
          ]}
        />
      </Card>
    </div>
  );
}
