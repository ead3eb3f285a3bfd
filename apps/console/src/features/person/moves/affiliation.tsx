import { Alert, Form } from 'antd';
import type { Dayjs } from 'dayjs';
import { CommandButton } from '../../../parts/command-form.js';
import { OrganizationSelect } from '../../../parts/organization-tree.js';
import type { Person } from '../record.js';
import { dayOf, DayItem, filled, fromToday, TextItem } from '../../../parts/items.js';

const ToItem = ({ label }: { readonly label: string }) => (
  <Form.Item name="toOrganizationId" label={label} rules={[{ required: true, message: `请选取${label}` }]}>
    <OrganizationSelect />
  </Form.Item>
);

interface Sending {
  readonly toOrganizationId: string;
  readonly sentOn: Dayjs;
  readonly letterNumber?: string;
}

/** F-13: the branch that sends stays home until the other has received. */
export function SendTransfer({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/transfer', Sending>
      title="转出组织关系"
      okText="转出"
      path="/api/volunteers/{volunteerId}/transfer"
      initial={fromToday('sentOn')}
      given={({ sentOn, ...typed }) => ({ path: { volunteerId }, body: { ...filled(typed), sentOn: dayOf(sentOn) } })}
    >
      <Alert
        type="info"
        showIcon
        title="对方接收以前，组织关系仍在现在的党组织。对方接收之日起转到对方，同时离开主队；已计入的时长不变。"
        description="转入党组织不在您管理范围内的，请由上级党组织办理转出。"
      />
      <ToItem label="转入党组织" />
      <DayItem name="sentOn" label="转出日期" />
      <TextItem name="letterNumber" label="介绍信编号" max={60} isOptional />
    </CommandButton>
  );
}

export function CallBackTransfer({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<
      '/api/volunteers/{volunteerId}/transfer/call-back',
      { readonly calledBackOn: Dayjs; readonly reason: string }
    >
      title="撤回转出的组织关系"
      okText="撤回"
      path="/api/volunteers/{volunteerId}/transfer/call-back"
      initial={fromToday('calledBackOn')}
      given={({ calledBackOn, reason }) => ({
        path: { volunteerId },
        body: { calledBackOn: dayOf(calledBackOn), reason },
      })}
    >
      <p>对方还没有接收的可以撤回；组织关系一直在现在的党组织。</p>
      <DayItem name="calledBackOn" label="撤回日期" />
      <TextItem name="reason" label="撤回原因" max={500} />
    </CommandButton>
  );
}

/** F-21: the home organization merged or split; its day is that of the merger or split. */
export function MoveAffiliation({
  person: { volunteerId },
  endedOn,
}: {
  readonly person: Person;
  readonly endedOn: string;
}) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/affiliation-move', { readonly toOrganizationId: string }>
      title="转到承接党组织"
      okText="转到承接党组织"
      path="/api/volunteers/{volunteerId}/affiliation-move"
      given={({ toOrganizationId }) => ({ path: { volunteerId }, body: { toOrganizationId } })}
    >
      <p>现在的党组织已于 {endedOn} 合并或拆分。从那一天起，组织关系转到承接它的党组织，不需要对方接收。</p>
      <ToItem label="承接党组织" />
    </CommandButton>
  );
}
