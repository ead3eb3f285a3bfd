import { DatePicker, Form, Input } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { PersonSelect } from '../../parts/person-select.js';

interface Typed {
  readonly volunteerId: string;
  readonly organizationId: string;
  readonly span: readonly [Dayjs, Dayjs];
  readonly handlerName: string;
}

const iso = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** By the handler; the hours are the ledger's. Whoever issues it is somebody else. */
export function Prepare({ within }: { readonly within: string | undefined }) {
  const { displayName } = useMe();
  const [volunteerId, setVolunteerId] = useState<string | undefined>();
  const { data } = api.useQuery(
    'get',
    '/api/certificates/{volunteerId}',
    { params: { path: { volunteerId: volunteerId ?? '' }, query: { pageSize: 1 } } },
    { enabled: volunteerId !== undefined },
  );
  return (
    <CommandButton<'/api/certificates/{volunteerId}/{ordinal}/preparation', Typed>
      type="primary"
      title="编制证明"
      okText="编制"
      path="/api/certificates/{volunteerId}/{ordinal}/preparation"
      initial={{
        ...(within ? { organizationId: within } : {}),
        handlerName: displayName,
        span: [dayjs(today()).startOf('year'), dayjs(today())],
      }}
      given={({ volunteerId: of, organizationId, span: [from, until], handlerName }) => ({
        path: { volunteerId: of, ordinal: data?.nextOrdinal ?? 1 },
        body: { organizationId, fromOn: iso(from), untilOn: iso(until), handlerName },
      })}
    >
      <Form.Item
        name="volunteerId"
        label="志愿者"
        rules={[{ required: true, message: '请选取志愿者' }]}
        getValueFromEvent={(chosen: string) => {
          setVolunteerId(chosen);
          return chosen;
        }}
      >
        <PersonSelect />
      </Form.Item>
      <Form.Item
        name="organizationId"
        label="出具单位（谁记录谁证明）"
        rules={[{ required: true, message: '请选取出具单位' }]}
      >
        <OrganizationSelect />
      </Form.Item>
      <Form.Item name="span" label="服务起止日期" rules={[{ required: true, message: '请填写起止日期' }]}>
        <DatePicker.RangePicker />
      </Form.Item>
      <Form.Item name="handlerName" label="经办人" rules={[{ required: true, message: '请填写经办人' }]}>
        <Input maxLength={50} />
      </Form.Item>
    </CommandButton>
  );
}
