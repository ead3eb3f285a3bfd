import { keepPreviousData } from '@tanstack/react-query';
import { Alert, DatePicker, Empty, Form, Input, Select, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { useFilters } from '../../parts/filters.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { PersonSelect } from '../../parts/person-select.js';
import { TreePage } from '../../parts/tree-page.js';
import { orDash } from '../../parts/words.js';

type Row = RowOf<'/api/exemptions'>;

const reasons = ['OLD_AGE', 'LONG_ILLNESS', 'DISABILITY', 'CARE_OF_FAMILY', 'AWAY_ON_DUTY', 'OTHER'] as const;

interface Typed {
  readonly volunteerId: string;
  readonly effectiveOn: Dayjs;
  readonly untilOn?: Dayjs;
  readonly exemptionReason: (typeof reasons)[number];
  readonly note?: string;
}

function Exempt() {
  const exemptionId = useRef(newId());
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/exemptions', Typed>
      type="primary"
      title="免除要求"
      path="/api/volunteers/{volunteerId}/exemptions"
      initial={{ effectiveOn: dayjs(today()) }}
      given={({ volunteerId, effectiveOn, untilOn, exemptionReason, note }) => ({
        path: { volunteerId },
        body: {
          ...{ exemptionId: exemptionId.current, exemptionReason, effectiveOn: effectiveOn.format('YYYY-MM-DD') },
          ...(untilOn ? { untilOn: untilOn.format('YYYY-MM-DD') } : {}),
          ...(note ? { note } : {}),
        },
      })}
      onClosed={() => {
        exemptionId.current = newId();
      }}
    >
      <Form.Item name="volunteerId" label="志愿者" rules={[{ required: true, message: '请选取志愿者' }]}>
        <PersonSelect />
      </Form.Item>
      <Form.Item name="effectiveOn" label="起始日期" rules={[{ required: true, message: '请填写起始日期' }]}>
        <DatePicker />
      </Form.Item>
      <Form.Item name="untilOn" label="截止日期（不填为直到恢复）">
        <DatePicker />
      </Form.Item>
      <Form.Item name="exemptionReason" label="事由" rules={[{ required: true, message: '请选取事由' }]}>
        <Select options={reasons.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <Form.Item name="note" label="说明（可不填，加密保存）">
        <Input.TextArea rows={2} maxLength={500} />
      </Form.Item>
    </CommandButton>
  );
}

/** From this day on the hours are asked for again. */
function End({ row: { volunteerId, exemptionId, name } }: { readonly row: Row }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/exemptions/{exemptionId}/end', { readonly endedOn: Dayjs }>
      title={`恢复对${name}的要求`}
      label="恢复要求"
      path="/api/volunteers/{volunteerId}/exemptions/{exemptionId}/end"
      initial={{ endedOn: dayjs(today()) }}
      given={({ endedOn }) => ({
        path: { volunteerId, exemptionId },
        body: { endedOn: endedOn.format('YYYY-MM-DD') },
      })}
    >
      <Form.Item name="endedOn" label="自何日恢复" rules={[{ required: true, message: '请填写日期' }]}>
        <DatePicker />
      </Form.Item>
    </CommandButton>
  );
}

/** Who is relieved of the yearly hours on a day, and until when (免除时长要求). */
export default function Exemptions() {
  const [mayExempt, mayEnd] = [useMay('ExemptFromQuota'), useMay('EndQuotaExemption')];
  const filters = useFilters<{ within: string; on: string }>(['within', 'on']);
  const { within, on } = filters.values;
  const answer = api.useQuery(
    'get',
    '/api/exemptions',
    { params: { query: filters.asked } },
    { placeholderData: keepPreviousData },
  );
  const columns: TableProps<Row>['columns'] = [
    { title: '编号', dataIndex: 'volunteerNumber' },
    { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
    { title: '自', dataIndex: 'from' },
    { title: '至', dataIndex: 'until', render: orDash },
    { title: '办理', fixed: 'right', render: (_none, row) => mayEnd && <End row={row} /> },
  ];
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="stack">
        <Alert type="info" showIcon title="事由涉及健康、家庭，只在本人记录中，这里不显示。" />
        <div className="toolbar">
          <DatePicker
            aria-label="查看日期"
            value={dayjs(on ?? today())}
            allowClear={false}
            onChange={(chosen) => filters.set({ on: chosen?.format('YYYY-MM-DD') })}
          />
          <div className="toolbar-right">{mayExempt && <Exempt />}</div>
        </div>
        <List<Row>
          rowKey={(row) => `${row.volunteerId} ${row.from}`}
          columns={columns}
          answer={answer}
          turning={filters}
          empty={
            <Empty
              description={
                mayExempt
                  ? '这一天没有免除要求的人；年老、患病等确需免除的，点右上“免除要求”'
                  : '这一天没有免除要求的人'
              }
            />
          }
        />
      </div>
    </TreePage>
  );
}
