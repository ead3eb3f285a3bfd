import { Empty, Form, Select, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { useTurning } from '../../parts/turning.js';
import { orDash } from '../../parts/words.js';
import { DayItem, dayOf, filled, TextItem } from '../../parts/items.js';

type Group = RowOf<'/api/teams/{teamId}/groups'>;

interface OfTeam {
  readonly teamId: string;
}

interface Formed {
  readonly name: string;
  readonly speciality?: string;
  readonly formedOn: Dayjs;
}

function FormGroup({ teamId }: OfTeam) {
  const groupId = useRef(newId());
  return (
    <CommandButton<'/api/teams/{teamId}/groups', Formed>
      type="primary"
      title="成立服务小组"
      okText="成立"
      path="/api/teams/{teamId}/groups"
      initial={{ formedOn: dayjs(today()) }}
      given={({ formedOn, ...typed }) => ({
        path: { teamId },
        body: { ...filled(typed), groupId: groupId.current, formedOn: dayOf(formedOn) },
      })}
      onClosed={() => {
        groupId.current = newId();
      }}
    >
      <TextItem name="name" label="小组名称" max={100} />
      <TextItem
        name="speciality"
        label="小组专长"
        max={200}
        isOptional
        extra="按队员的技能和特长划分，例如 义诊、法律咨询。"
      />
      <DayItem name="formedOn" label="成立日期" />
    </CommandButton>
  );
}

interface Assigned {
  readonly volunteerId: string;
  readonly assignedOn: Dayjs;
}

/** Those of the team who are not in the group yet, with what each is good at. */
function Assign({ teamId, group }: OfTeam & { readonly group: Group }) {
  const { data } = api.useQuery('get', '/api/volunteers', {
    params: { query: { memberOfTeamId: teamId, status: 'ENROLLED', sort: 'name', pageSize: 200 } },
  });
  const inGroup = new Set(group.members.map(({ volunteerId }) => volunteerId));
  const options = (data?.items ?? [])
    .filter(({ volunteerId }) => !inGroup.has(volunteerId))
    .map(({ volunteerId, name, skills }) => ({ value: volunteerId, label: skills ? `${name}（${skills}）` : name }));
  return (
    <CommandButton<'/api/teams/{teamId}/groups/{groupId}/members', Assigned>
      title={`编入小组：${group.name}`}
      label="编入队员"
      okText="编入"
      path="/api/teams/{teamId}/groups/{groupId}/members"
      initial={{ assignedOn: dayjs(today()) }}
      given={({ volunteerId, assignedOn }) => ({
        path: { teamId, groupId: group.groupId },
        body: { volunteerId, assignedOn: dayOf(assignedOn) },
      })}
    >
      <Form.Item
        name="volunteerId"
        label="队员"
        extra="一名队员可以编入几个小组；离队时随即离开各小组。"
        rules={[{ required: true, message: '请选取队员' }]}
      >
        <Select
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="队员都已在这个小组，或本队还没有队员"
        />
      </Form.Item>
      <DayItem name="assignedOn" label="编入日期" />
    </CommandButton>
  );
}

/** 服务小组 by skill and speciality, and who serves in which now. */
export function Groups({ teamId, isOpen }: OfTeam & { readonly isOpen: boolean }) {
  const turning = useTurning();
  const mayForm = useMay('FormServiceGroup') && isOpen;
  const mayAssign = useMay('AssignServiceGroupMember') && isOpen;
  const answer = api.useQuery('get', '/api/teams/{teamId}/groups', {
    params: { path: { teamId }, query: turning.asked },
  });
  return (
    <>
      <div className="toolbar">
        <div className="toolbar-right">{mayForm && <FormGroup teamId={teamId} />}</div>
      </div>
      <List<Group>
        rowKey="groupId"
        size="small"
        answer={answer}
        turning={turning}
        columns={[
          { title: '小组', dataIndex: 'name' },
          { title: '专长', dataIndex: 'speciality', render: orDash },
          { title: '成立日期', dataIndex: 'formedOn' },
          {
            title: '成员',
            render: (_none, { members }) =>
              members.length === 0 ? (
                '—'
              ) : (
                <Space wrap style={{ maxWidth: 480 }}>
                  {members.map(({ volunteerId, name }) => (
                    <PersonLink key={volunteerId} volunteerId={volunteerId} name={name} />
                  ))}
                </Space>
              ),
          },
          ...(mayAssign
            ? [{ title: '办理', render: (_none: unknown, group: Group) => <Assign {...{ teamId, group }} /> }]
            : []),
        ]}
        empty={<Empty description="还没有服务小组。每支队按队员的技能和特长划分小组。" />}
      />
    </>
  );
}
