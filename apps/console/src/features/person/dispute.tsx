import { Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { newId } from '../../api/ids.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf } from '../../parts/ledger-words.js';
import { minutesText } from '../../parts/words.js';
import type { Entry } from './entry.js';

const grounds = ['MISSING', 'MINUTES_WRONG', 'DID_NOT_SERVE', 'WRONG_PERSON', 'OTHER'] as const;

interface Typed {
  readonly entryId?: string;
  readonly ground: (typeof grounds)[number];
  readonly statement: string;
}

interface Props {
  readonly volunteerId: string;
  readonly year: number;
  readonly entries: readonly Entry[];
}

/** A volunteer's own question about an entry, or about one that is missing. */
export function Dispute({ volunteerId, year, entries }: Props) {
  const disputeId = useRef(newId());
  return (
    <CommandButton<'/api/hours/{volunteerId}/{year}/disputes', Typed>
      title="我有异议"
      path="/api/hours/{volunteerId}/{year}/disputes"
      given={({ entryId, ...typed }) => ({
        path: { volunteerId, year },
        body: { ...typed, disputeId: disputeId.current, ...(entryId ? { entryId } : {}) },
      })}
      onClosed={() => {
        disputeId.current = newId();
      }}
    >
      <Form.Item name="ground" label="异议类别" rules={[{ required: true, message: '请选取异议类别' }]}>
        <Select options={grounds.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <Form.Item name="entryId" label="哪一条（漏记的不选）">
        <Select
          allowClear
          options={entries.map((entry) => ({
            value: entry.entryId,
            label: `${entry.servedOn} ${entry.activityTitle ?? ''} ${minutesText(entry.serviceMinutes)}`,
          }))}
        />
      </Form.Item>
      <Form.Item name="statement" label="内容" rules={[{ required: true, message: '请写明异议内容' }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </CommandButton>
  );
}
