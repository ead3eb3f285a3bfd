import { Form, Input, Select } from 'antd';
import { useRef } from 'react';
import { api } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf } from '../../parts/ledger-words.js';
import { minutesText } from '../../parts/words.js';
import type { Entry } from './entry.js';

const grounds = ['MISSING', 'MINUTES_WRONG', 'DID_NOT_SERVE', 'WRONG_PERSON', 'OTHER'] as const;

interface Typed {
  readonly entryId?: string;
  readonly organizationId?: string;
  readonly ground: (typeof grounds)[number];
  readonly statement: string;
}

interface Props {
  readonly volunteerId: string;
  readonly year: number;
  readonly entries: readonly Entry[];
}

/** The units that may have to answer for service that nobody wrote down: one's own, and those one has served. */
function useUnits(volunteerId: string, entries: readonly Entry[]) {
  const { data } = api.useQuery('get', '/api/volunteers/{volunteerId}', { params: { path: { volunteerId } } });
  const units = new Map(entries.map(({ organizationId, teamName }) => [organizationId, `${teamName ?? '—'}所在单位`]));
  if (data?.organizationId) units.set(data.organizationId, data.organizationName ?? '本人所在党组织');
  return [...units].map(([value, label]) => ({ value, label }));
}

/** Which entry is meant; one that is missing has none, and names the unit that has to answer. */
function About({ volunteerId, entries }: Pick<Props, 'volunteerId' | 'entries'>) {
  const units = useUnits(volunteerId, entries);
  const ground = Form.useWatch<string | undefined>('ground');
  if (ground === undefined) return null;
  if (ground === 'MISSING')
    return (
      <Form.Item name="organizationId" label="组织单位" rules={[{ required: true, message: '请选取组织单位' }]}>
        <Select options={units} />
      </Form.Item>
    );
  return (
    <Form.Item name="entryId" label="哪一条" rules={[{ required: true, message: '请选取有异议的记录' }]}>
      <Select
        options={entries.map((entry) => ({
          value: entry.entryId,
          label: `${entry.servedOn} ${entry.activityTitle ?? ''} ${minutesText(entry.serviceMinutes)}`,
        }))}
      />
    </Form.Item>
  );
}

/** A volunteer's own question about an entry, or about one that is missing. */
export function Dispute({ volunteerId, year, entries }: Props) {
  const disputeId = useRef(newId());
  return (
    <CommandButton<'/api/hours/{volunteerId}/{year}/disputes', Typed>
      title="我有异议"
      path="/api/hours/{volunteerId}/{year}/disputes"
      given={(typed) => ({ path: { volunteerId, year }, body: { ...typed, disputeId: disputeId.current } })}
      onClosed={() => {
        disputeId.current = newId();
      }}
    >
      <Form.Item name="ground" label="异议类别" rules={[{ required: true, message: '请选取异议类别' }]}>
        <Select options={grounds.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <About volunteerId={volunteerId} entries={entries} />
      <Form.Item name="statement" label="内容" rules={[{ required: true, message: '请写明异议内容' }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
    </CommandButton>
  );
}
