import { DatePicker, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { disclosureMeansNames, exportReceiverNames } from '#libs/forms/disclosure-words.zh';
import { exportNumberOf } from '#libs/forms/print-mark.zh';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { momentText, today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf } from '../../parts/ledger-words.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';

type Row = RowOf<'/api/breaches'>;

const kinds: readonly Row['breachKind'][] = ['LEAKED', 'TAMPERED_WITH', 'LOST'];
const causes: readonly Row['cause'][] = [
  'SENT_TO_THE_WRONG_RECEIVER',
  'POSTED_IN_A_GROUP',
  'PAPER_LOST',
  'DEVICE_LOST',
  'ACCOUNT_MISUSED',
  'BROKEN_INTO',
  'UNDER_INVESTIGATION',
];
const groups: readonly Row['groups'][number][] = ['identity', 'contact', 'sensitive', 'photo', 'free'];
const optionsOf = <T extends string>(codes: readonly T[]) => codes.map((value) => ({ value, label: wordOf(value) }));

interface Typed {
  readonly organizationId: string;
  readonly exportId?: string;
  readonly breachKind: Row['breachKind'];
  readonly cause: Row['cause'];
  readonly groups: Row['groups'];
  readonly people?: number;
  readonly foundOn: Dayjs;
  readonly circumstances?: string;
}

/** The exports of late, as they stand in the register. */
function ExportItem() {
  const { data } = api.useQuery('get', '/api/exports', { params: { query: { pageSize: 200 } } });
  const options = (data?.items ?? []).map((row) => ({
    value: row.exportId,
    label: `${exportNumberOf(row.exportId)} ${momentText(row.at)} ${disclosureMeansNames[row.means]}，交${exportReceiverNames[row.receiver]}，${row.people} 人`,
  }));
  return (
    <Form.Item name="exportId" label="泄露的是哪一次带出的表（不是从本台账带出的不填）">
      <Select allowClear options={options} notFoundContent="还没有带出过表" />
    </Form.Item>
  );
}

/** F-39: an office writes down what happened; who is concerned comes from the export. */
export function RecordBreach({ within }: { readonly within: string | undefined }) {
  const breachId = useRef(newId());
  return (
    <CommandButton<'/api/breaches', Typed>
      type="primary"
      title="登记泄露"
      okText="登记"
      path="/api/breaches"
      initial={{ foundOn: dayjs(today()), breachKind: 'LEAKED', ...(within ? { organizationId: within } : {}) }}
      given={({ foundOn, people, exportId, circumstances, ...typed }) => ({
        path: undefined,
        body: {
          ...{ ...typed, groups: [...typed.groups], breachId: breachId.current, foundOn: foundOn.format('YYYY-MM-DD') },
          ...(exportId ? { exportId } : people ? { people } : {}),
          ...(circumstances ? { circumstances } : {}),
        },
      })}
      onClosed={() => {
        breachId.current = newId();
      }}
    >
      <Form.Item name="organizationId" label="党组织" rules={[{ required: true, message: '请选取党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <ExportItem />
      <Form.Item name="breachKind" label="发生了什么" rules={[{ required: true, message: '请选取' }]}>
        <Select options={optionsOf(kinds)} />
      </Form.Item>
      <Form.Item name="cause" label="原因" rules={[{ required: true, message: '请选取原因' }]}>
        <Select options={optionsOf(causes)} />
      </Form.Item>
      <Form.Item name="groups" label="涉及哪些信息" rules={[{ required: true, message: '请选取涉及的信息' }]}>
        <Select mode="multiple" options={optionsOf(groups)} />
      </Form.Item>
      <Form.Item name="people" label="涉及人数（选了带出的表不用填）">
        <InputNumber min={1} max={10_000_000} precision={0} />
      </Form.Item>
      <Form.Item name="foundOn" label="发现日期" rules={[{ required: true, message: '请填写发现日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="circumstances" label="情况说明（可不填，加密保存）">
        <Input.TextArea rows={3} maxLength={1000} />
      </Form.Item>
    </CommandButton>
  );
}
