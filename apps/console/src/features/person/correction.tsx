import { Alert, Button, Descriptions, Form, InputNumber, Radio, Select } from 'antd';
import { useRef } from 'react';
import { useGive } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { showFaults } from '../../parts/command-form.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { wordOf } from '../../parts/ledger-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';
import type { Entry } from './entry.js';
import { Side } from '../../parts/side.js';

const reasons = ['RECORDING_ERROR', 'DUPLICATE', 'NOT_VOLUNTEER_SERVICE', 'REWARDED_SERVICE'] as const;

interface Typed {
  readonly how: 'correct' | 'reverse';
  readonly reasonCode: (typeof reasons)[number];
  readonly reason: string;
  readonly serviceMinutes: number;
}

const entryPath = '/api/hours/{volunteerId}/{year}/{entryId}';

/** Never in place: what stood, what takes it back, and what stands instead, side by side before it is written. */
export function Correction({ entry, onClose }: { readonly entry: Entry | undefined; readonly onClose: () => void }) {
  return (
    <Side open={entry !== undefined} onClose={onClose} title="更正时长" size={760} destroyOnHidden>
      {entry && <CorrectionForm key={entry.entryId} entry={entry} onClose={onClose} />}
    </Side>
  );
}

function CorrectionForm({ entry, onClose }: { readonly entry: Entry; readonly onClose: () => void }) {
  const [form] = Form.useForm<Typed>();
  const replacementId = useRef(newId());
  const correct = useGive(`${entryPath}/correction`, '更正时长');
  const reverse = useGive(`${entryPath}/reversal`, '冲销时长');
  const { volunteerId, year, entryId } = entry;
  const path = { volunteerId, year, entryId };
  const how = Form.useWatch('how', form) ?? 'correct';
  const minutes = Form.useWatch('serviceMinutes', form) ?? entry.serviceMinutes;
  const after = how === 'reverse' ? 0 : minutes;
  const isSame = how === 'correct' && minutes === entry.serviceMinutes;
  const submit = ({ reasonCode, reason, serviceMinutes }: Typed): void => {
    const options = { onSuccess: onClose, onError: (error: Error) => showFaults(form, error) };
    if (how === 'reverse') reverse.mutate({ path, body: { reasonCode, reason } }, options);
    else
      correct.mutate(
        { path, body: { reasonCode, reason, serviceMinutes, replacementId: replacementId.current } },
        options,
      );
  };
  return (
    <div className="stack">
      <ProblemAlert error={correct.error ?? reverse.error} />
      <Descriptions
        bordered
        size="small"
        column={3}
        layout="vertical"
        items={[
          {
            key: 'before',
            label: '原记录（保留，划去）',
            children: (
              <span className="struck">
                {entry.servedOn} {entry.startsAt}—{entry.endsAt}
                {'　'}
                {minutesText(entry.serviceMinutes)}
              </span>
            ),
          },
          { key: 'reversal', label: '冲销', children: minutesText(-entry.serviceMinutes) },
          { key: 'after', label: '更正后', children: how === 'reverse' ? '不再计入' : minutesText(minutes) },
        ]}
      />
      <Alert
        type={isSame ? 'warning' : 'info'}
        showIcon
        title={isSame ? '时长没有变化' : `本人时长将变动 ${minutesText(after - entry.serviceMinutes)}`}
      />
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ how: 'correct', reasonCode: 'RECORDING_ERROR', serviceMinutes: entry.serviceMinutes }}
      >
        <Form.Item name="how" label="处理">
          <Radio.Group
            options={[
              { value: 'correct', label: '更正时长' },
              { value: 'reverse', label: '只冲销，不再计入' },
            ]}
          />
        </Form.Item>
        {how === 'correct' && (
          <Form.Item
            name="serviceMinutes"
            label="更正后的时长（分钟）"
            rules={[{ required: true, message: '请填写分钟数' }]}
          >
            <InputNumber min={1} max={1440} precision={0} />
          </Form.Item>
        )}
        <Form.Item name="reasonCode" label="类别" rules={[{ required: true }]}>
          <Select options={reasons.map((value) => ({ value, label: wordOf(value) }))} />
        </Form.Item>
        <ReasonItem word="原因" isSeen />
        <Button
          type="primary"
          danger
          htmlType="submit"
          disabled={isSame}
          loading={correct.isPending || reverse.isPending}
        >
          记入更正
        </Button>
      </Form>
    </div>
  );
}
