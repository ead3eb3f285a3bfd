import { Card, Form, Input, InputNumber, Space, Table } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { DayItem, dayOf } from '../../parts/items.js';
import type { OrganizationRecord, Shown } from './shown.js';

interface Renaming {
  readonly name: string;
  readonly unitName: string;
  readonly renamedOn: Dayjs;
}

function Rename({ organization: { organizationId, name, unitName } }: { readonly organization: OrganizationRecord }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/names', Renaming>
      title="更名"
      okText="更名"
      path="/api/organizations/{organizationId}/names"
      initial={{ name, unitName, renamedOn: dayjs(today()) }}
      given={({ renamedOn, ...typed }) => ({
        path: { organizationId },
        body: { ...typed, renamedOn: dayOf(renamedOn) },
      })}
    >
      <p>更名以前的名册、报表和证明，仍用当日的名称。</p>
      <Form.Item name="name" label="党组织名称" rules={[{ required: true, message: '请填写党组织名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="unitName" label="单位名称" rules={[{ required: true, message: '请填写单位名称' }]}>
        <Input maxLength={100} />
      </Form.Item>
      <DayItem name="renamedOn" label="更名日期" />
    </CommandButton>
  );
}

const CountItem = ({ name, label }: { readonly name: string; readonly label: string }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    <InputNumber min={0} precision={0} suffix="人" />
  </Form.Item>
);

interface Members {
  readonly fullMembers: number;
  readonly probationaryMembers: number;
  readonly countedOn: Dayjs;
}

function StateMembers({ organizationId }: { readonly organizationId: string }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/party-member-counts', Members>
      title="填报党员人数"
      okText="填报"
      path="/api/organizations/{organizationId}/party-member-counts"
      initial={{ probationaryMembers: 0, countedOn: dayjs(today()) }}
      given={({ countedOn, ...typed }) => ({
        path: { organizationId },
        body: { ...typed, countedOn: dayOf(countedOn) },
      })}
    >
      <p>同一天填错了，再填一次，以后一次为准；两次都留在台账里。</p>
      <CountItem name="fullMembers" label="正式党员人数" />
      <CountItem name="probationaryMembers" label="预备党员人数" />
      <DayItem name="countedOn" label="统计日期" />
    </CommandButton>
  );
}

interface Staff {
  readonly staffHeadcount: number;
  readonly countedOn: Dayjs;
}

function StateStaff({ organizationId }: { readonly organizationId: string }) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/staff-headcounts', Staff>
      title="填报单位人数"
      okText="填报"
      path="/api/organizations/{organizationId}/staff-headcounts"
      initial={{ countedOn: dayjs(today()) }}
      given={({ staffHeadcount, countedOn }) => ({
        path: { organizationId },
        body: { staffHeadcount, countedOn: dayOf(countedOn) },
      })}
    >
      <p>单位的在职职工总数，不只是党员。</p>
      <CountItem name="staffHeadcount" label="单位人数" />
      <DayItem name="countedOn" label="统计日期" />
    </CommandButton>
  );
}

/** Newest first; nothing is ever taken out. */
const newestFirst = <T extends { readonly on: string }>(all: readonly T[]): T[] => all.toReversed();
const table = { size: 'small', rowKey: 'on', pagination: false } as const;

/** Every name, and every count that was stated, each with its day. */
export function NamesAndCounts({ organization, isCurrent }: Shown) {
  const me = useMe();
  const { organizationId } = organization;
  const may = (command: string): boolean => isCurrent && mayGiveForOthers(me, command);
  return (
    <div className="stack">
      <Space wrap>
        {may('RenamePartyOrganization') && <Rename organization={organization} />}
        {may('StatePartyMemberCount') && <StateMembers organizationId={organizationId} />}
        {may('StateStaffHeadcount') && <StateStaff organizationId={organizationId} />}
      </Space>
      <Card size="small" title="历次名称">
        <Table
          {...table}
          dataSource={newestFirst(organization.names)}
          columns={[
            { title: '起用', dataIndex: 'on' },
            { title: '党组织名称', dataIndex: 'name' },
            { title: '单位名称', dataIndex: 'unitName' },
          ]}
        />
      </Card>
      <Card size="small" title="历次党员人数">
        <Table
          {...table}
          dataSource={newestFirst(organization.memberCounts)}
          locale={{ emptyText: '还没有填报党员人数' }}
          columns={[
            { title: '统计日期', dataIndex: 'on' },
            { title: '正式党员', dataIndex: 'fullMembers', className: 'number' },
            { title: '预备党员', dataIndex: 'probationaryMembers', className: 'number' },
          ]}
        />
      </Card>
      <Card size="small" title="历次单位人数">
        <Table
          {...table}
          dataSource={newestFirst(organization.headcounts)}
          locale={{ emptyText: '还没有填报单位人数' }}
          columns={[
            { title: '统计日期', dataIndex: 'on' },
            { title: '单位人数', dataIndex: 'staffHeadcount', className: 'number' },
          ]}
        />
      </Card>
    </div>
  );
}
