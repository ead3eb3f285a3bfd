import { Empty, Form, Input, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { instantText, today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { List } from '../../parts/list.js';
import { useTurning } from '../../parts/turning.js';
import { DayItem, dayOf } from '../../parts/items.js';
import type { Shown } from './shown.js';

type Desk = RowOf<'/api/organizations/{organizationId}/receiving-desks'>;

interface Designating {
  readonly effectiveOn: Dayjs;
  readonly office: string;
  readonly contactPerson: string;
  readonly phone: string;
  readonly qqNumber?: string;
  readonly email?: string;
}

const TextItem = ({ name, label, max }: { readonly name: string; readonly label: string; readonly max: number }) => (
  <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    <Input maxLength={max} />
  </Form.Item>
);

function Designate({ organizationId }: { readonly organizationId: string }) {
  const deskId = useRef(newId());
  return (
    <CommandButton<'/api/organizations/{organizationId}/receiving-desks', Designating>
      type="primary"
      title="指定受理窗口"
      okText="指定"
      path="/api/organizations/{organizationId}/receiving-desks"
      initial={{ effectiveOn: dayjs(today()) }}
      given={({ effectiveOn, qqNumber, email, ...typed }) => ({
        path: { organizationId },
        body: {
          ...{ ...typed, deskId: deskId.current, effectiveOn: dayOf(effectiveOn) },
          ...(qqNumber ? { qqNumber } : {}),
          ...(email ? { email } : {}),
        },
      })}
      onClosed={() => {
        deskId.current = newId();
      }}
    >
      <p>科室、联系人和联系方式加密保存，本页不列出。启用日期可以填以后的日子。</p>
      <DayItem name="effectiveOn" label="启用日期" />
      <TextItem name="office" label="受理科室" max={100} />
      <TextItem name="contactPerson" label="联系人" max={50} />
      <TextItem name="phone" label="联系电话" max={40} />
      <Form.Item name="qqNumber" label="QQ 号（可不填）">
        <Input maxLength={11} />
      </Form.Item>
      <Form.Item name="email" label="电子邮箱（可不填）">
        <Input maxLength={100} />
      </Form.Item>
    </CommandButton>
  );
}

/** Announced desks are shown so far ahead, in years. */
const yearsAhead = 2;

function stateOf(desks: readonly Desk[], { deskId, effectiveOn }: Desk, day: string) {
  if (effectiveOn > day) return <Tag color="blue">还没有启用</Tag>;
  const current = desks.find((one) => one.effectiveOn <= day);
  return current?.deskId === deskId ? <Tag color="green">现用</Tag> : <Tag>已由后来的窗口取代</Tag>;
}

/** Where forms are handed in (受理窗口), the newest first; who sits there is not told here. */
export function Desks({ organization: { organizationId }, on, isCurrent }: Shown) {
  const me = useMe();
  const turning = useTurning(200);
  const until = on ?? dayOf(dayjs(today()).add(yearsAhead, 'year'));
  const answer = api.useQuery('get', '/api/organizations/{organizationId}/receiving-desks', {
    params: { path: { organizationId }, query: { ...turning.asked, on: until } },
  });
  const day = on ?? today();
  return (
    <>
      <div className="toolbar">
        <span className="quiet">科室、联系人和联系方式加密保存，不在这里列出</span>
        <div className="toolbar-right">
          {isCurrent && mayGiveForOthers(me, 'DesignateReceivingDesk') && <Designate organizationId={organizationId} />}
        </div>
      </div>
      <List<Desk>
        rowKey="deskId"
        size="small"
        answer={answer}
        turning={turning}
        empty={<Empty description="还没有指定报送受理窗口" />}
        columns={[
          { title: '启用日期', dataIndex: 'effectiveOn' },
          { title: '状态', render: (_none, row) => stateOf(answer.data?.items ?? [], row, day) },
          { title: '登记时间', render: (_none, { recordedAt }) => instantText(recordedAt) },
        ]}
      />
    </>
  );
}
