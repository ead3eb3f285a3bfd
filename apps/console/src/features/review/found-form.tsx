import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useRef } from 'react';
import { give } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { wordOf } from '../../parts/ledger-words.js';
import type { Item } from './item.js';
import type { Deciding } from './use-deciding.js';

const reasons = [
  'RECORDING_ERROR',
  'DUPLICATE',
  'WRONG_PERSON',
  'NOT_VOLUNTEER_SERVICE',
  'REWARDED_SERVICE',
  'FALSE_CLAIM',
  'DISPUTE_UPHELD',
] as const;

interface Typed {
  readonly minutesAfter: number;
  readonly reasonCode: (typeof reasons)[number];
  readonly reason: string;
}

/** What came to light when its year was closed: a third person says how much of it counts, up to what was served (F-25). */
export function FoundForm({ item, deciding }: { readonly item: Item; readonly deciding: Deciding }) {
  const adjustmentId = useRef(newId());
  if (item.kind !== 'hours' || item.of.state !== 'found') return null;
  const { volunteerId, year, entryId, serviceMinutes } = item.of;
  const submit = (typed: Typed): void =>
    void deciding.decide(item, 'adjust', (key) =>
      give(
        '/api/hours/{volunteerId}/prior-year-adjustments',
        { path: { volunteerId }, body: { ...typed, adjustsYear: year, entryId, adjustmentId: adjustmentId.current } },
        key,
      ),
    );
  return (
    <Form<Typed>
      layout="vertical"
      onFinish={submit}
      initialValues={{ minutesAfter: serviceMinutes, reasonCode: 'RECORDING_ERROR' }}
    >
      <Form.Item
        name="minutesAfter"
        label="应计入的时长（分钟），0 为不予计入"
        rules={[{ required: true, message: '请填写应计入的分钟数' }]}
      >
        <InputNumber min={0} max={serviceMinutes} precision={0} />
      </Form.Item>
      <Form.Item name="reasonCode" label="调整类别">
        <Select options={reasons.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请写明理由' }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={deciding.isBusy}>
        {year} 年已年结，按此调整
      </Button>
    </Form>
  );
}
