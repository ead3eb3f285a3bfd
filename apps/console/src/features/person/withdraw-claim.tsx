import { Form, Input } from 'antd';
import { CommandButton } from '../../parts/command-form.js';
import type { Entry } from './entry.js';

/** For whoever recorded it, while nobody has attested it. */
export function WithdrawClaim({ entry, year }: { readonly entry: Entry; readonly year: number }) {
  const { volunteerId, entryId } = entry;
  return (
    <CommandButton<'/api/hours/{volunteerId}/{year}/{entryId}/withdrawal', { readonly reason: string }>
      title="撤回这条登记"
      label="撤回"
      okText="撤回"
      isDangerous
      path="/api/hours/{volunteerId}/{year}/{entryId}/withdrawal"
      given={({ reason }) => ({ path: { volunteerId, year, entryId }, body: { reason } })}
    >
      <Form.Item name="reason" label="撤回原因" rules={[{ required: true, message: '请填写撤回原因' }]}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
    </CommandButton>
  );
}
