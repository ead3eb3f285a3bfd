import { Button, Card, DatePicker, Form, Segmented, Space } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';

const forms = { 'annex-2': '附件2 花名册', 'annex-3': '附件3 登记表', 'annex-4': '附件4 汇总表' } as const;
type Name = keyof typeof forms;

/** The annexes as paper: on the form's date, of one body. */
export default function Print() {
  const me = useMe();
  const first = me.grants.find(({ organizationId }) => organizationId !== undefined)?.organizationId;
  const [name, setName] = useState<Name>('annex-3');
  const [organizationId, setOrganization] = useState(first);
  const [on, setOn] = useState<Dayjs>(dayjs(today()));
  const addressOf = (format: string): string =>
    `/api/organizations/${organizationId}/${name}?formDate=${on.format('YYYY-MM-DD')}&format=${format}`;
  return (
    <div className="stack">
      <Card size="small" className="no-print">
        <Form layout="inline">
          <Form.Item label="表格">
            <Segmented<Name>
              value={name}
              onChange={setName}
              options={(Object.keys(forms) as Name[]).map((value) => ({ value, label: forms[value] }))}
            />
          </Form.Item>
          <Form.Item label="党组织" htmlFor="print-organization" style={{ minWidth: 320 }}>
            <OrganizationSelect
              id="print-organization"
              {...(organizationId ? { value: organizationId } : {})}
              onChange={setOrganization}
            />
          </Form.Item>
          <Form.Item label="表内日期" htmlFor="print-day">
            <DatePicker id="print-day" value={on} allowClear={false} onChange={(day) => day && setOn(day)} />
          </Form.Item>
          <Space>
            <a href={addressOf('html')} target="_blank" rel="noreferrer">
              <Button type="primary">打开并打印</Button>
            </a>
          </Space>
        </Form>
      </Card>
      {organizationId && (
        <iframe key={addressOf('html')} title={forms[name]} src={addressOf('html')} className="paper" />
      )}
    </div>
  );
}
