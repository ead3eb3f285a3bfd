import { Button, DatePicker, Form, Select, Space, Switch } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { thisYear, today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { Moves, useMayMove } from './moves/moves.js';
import type { Person } from './record.js';

function Enrol({ volunteerId }: { readonly volunteerId: string }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/enrolment', { enrolledOn: Dayjs }>
      type="primary"
      title="登记造册"
      path="/api/volunteers/{volunteerId}/enrolment"
      initial={{ enrolledOn: dayjs(today()) }}
      given={({ enrolledOn }) => ({ path: { volunteerId }, body: { enrolledOn: enrolledOn.format('YYYY-MM-DD') } })}
    >
      <Form.Item name="enrolledOn" label="造册日期" rules={[{ required: true, message: '请填写造册日期' }]}>
        <DatePicker />
      </Form.Item>
    </CommandButton>
  );
}

interface Joining {
  readonly teamId: string;
  readonly joinedOn: Dayjs;
  readonly asPrimary: boolean;
}

function Join({ person }: { readonly person: Person }) {
  const { volunteerId, organizationId } = person;
  const { data } = api.useQuery('get', '/api/years/{year}/teams', {
    params: {
      path: { year: thisYear() },
      query: { pageSize: 200, ...(organizationId ? { within: organizationId } : {}) },
    },
  });
  const current = new Set(person.memberships.filter(({ leftOn }) => leftOn === null).map(({ teamId }) => teamId));
  const options = (data?.items ?? [])
    .filter(({ teamId }) => !current.has(teamId))
    .map(({ teamId, name }) => ({ value: teamId, label: name }));
  return (
    <CommandButton<'/api/teams/{teamId}/members', Joining>
      title="登记入队"
      path="/api/teams/{teamId}/members"
      initial={{ joinedOn: dayjs(today()), asPrimary: current.size === 0 }}
      given={({ teamId, joinedOn, asPrimary }) => ({
        path: { teamId },
        body: { volunteerId, joinedOn: joinedOn.format('YYYY-MM-DD'), asPrimary },
      })}
    >
      <Form.Item name="teamId" label="服务队" rules={[{ required: true, message: '请选取服务队' }]}>
        <Select
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="本党组织还没有别的服务队"
        />
      </Form.Item>
      <Form.Item name="joinedOn" label="入队日期" rules={[{ required: true, message: '请填写入队日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="asPrimary" label="作为主队" valuePropName="checked">
        <Switch />
      </Form.Item>
    </CommandButton>
  );
}

/** What can be done with this person now; the next act first, everything that moves them behind one button. */
export function PersonActs({ person, isOwn }: { readonly person: Person; readonly isOwn: boolean }) {
  const me = useMe();
  const mayMove = useMayMove(person);
  const [isMoving, setMoving] = useState(false);
  const { status, volunteerId } = person;
  return (
    <div className="stack">
      <Space wrap>
        {status === 'APPLIED' && mayGiveForOthers(me, 'ApproveApplication') && <Link to="/review">去审核</Link>}
        {status === 'APPROVED' && mayGiveForOthers(me, 'EnrolVolunteer') && <Enrol volunteerId={volunteerId} />}
        {status === 'ENROLLED' && !isOwn && mayGiveForOthers(me, 'JoinTeam') && <Join person={person} />}
        {mayMove && (
          <Button aria-expanded={isMoving} onClick={() => setMoving(!isMoving)}>
            办理变动
          </Button>
        )}
        {person.retiredOn && <span>{person.retiredOn} 退休</span>}
        {person.deceasedOn && <span>{person.deceasedOn} 去世</span>}
        {person.withdrawnOn && <span>{person.withdrawnOn} 退出</span>}
        {person.survivorId && <Link to={`/volunteers/${person.survivorId}`}>已并入另一条登记</Link>}
      </Space>
      {mayMove && isMoving && <Moves person={person} isOwn={isOwn} />}
    </div>
  );
}
