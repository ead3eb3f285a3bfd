import { Alert, App, Button, Form, Input, Radio } from 'antd';
import { give } from '../../api/give.js';
import { DecideBatch, type BatchDecided } from '../../parts/decide-batch.js';
import { wordOf } from '../../parts/ledger-words.js';
import { allow } from './decide.js';
import { FoundForm } from './found-form.js';
import type { Item } from './item.js';
import type { Deciding } from './use-deciding.js';

interface Props {
  readonly item: Item;
  readonly deciding: Deciding;
}

/** Which of two entries about the same minutes stands. */
function ConflictForm({ item, deciding }: Props) {
  if (item.kind !== 'conflict') return null;
  const { volunteerId, year, entryId, conflictsWith } = item.of;
  const submit = (body: { standsEntryId: string; reason: string }): void =>
    void deciding.decide(item, 'resolve', (key) =>
      give(
        '/api/hours/{volunteerId}/{year}/{entryId}/conflict-resolution',
        { path: { volunteerId, year, entryId }, body },
        key,
      ),
    );
  return (
    <Form layout="vertical" onFinish={submit}>
      <Form.Item name="standsEntryId" label="保留哪一条" rules={[{ required: true, message: '请选取保留的记录' }]}>
        <Radio.Group
          options={[
            { value: entryId, label: '本条' },
            ...(conflictsWith ? [{ value: conflictsWith, label: '与之重叠、已计入的那一条' }] : []),
          ]}
        />
      </Form.Item>
      <Form.Item name="reason" label="理由" rules={[{ required: true, message: '请写明理由' }]}>
        <Input.TextArea rows={3} maxLength={500} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={deciding.isBusy}>
        处理重叠
      </Button>
    </Form>
  );
}

const outcomes = [
  { value: 'UPHELD', label: '支持' },
  { value: 'PARTLY_UPHELD', label: '部分支持' },
  { value: 'NOT_UPHELD', label: '不支持' },
] as const;

function DisputeForm({ item, deciding }: Props) {
  if (item.kind !== 'dispute') return null;
  const { volunteerId, year, disputeId } = item.of;
  const submit = (typed: { outcome: (typeof outcomes)[number]['value']; answer: string }): void =>
    void deciding.decide(item, 'answer', (key) =>
      give(
        '/api/hours/{volunteerId}/{year}/disputes/{disputeId}/answer',
        { path: { volunteerId, year, disputeId }, body: typed },
        key,
      ),
    );
  return (
    <Form layout="vertical" onFinish={submit}>
      <Form.Item name="outcome" label="处理结果" rules={[{ required: true, message: '请选取处理结果' }]}>
        <Radio.Group options={[...outcomes]} />
      </Form.Item>
      <Form.Item name="answer" label="答复（本人看得到）" rules={[{ required: true, message: '请填写答复' }]}>
        <Input.TextArea rows={4} maxLength={1000} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={deciding.isBusy}>
        答复
      </Button>
    </Form>
  );
}

/** The province decides on paper; the paper is named where stars are kept. */
const StarNote = ({ item }: Props) =>
  item.kind === 'star' ? (
    <Alert type="info" showIcon title="这一级由省级认定：请在“星级”页填写认定文件后办理。" />
  ) : null;

/** Keys that are destroyed are gone for ever, hence asked twice. */
function ErasureForm({ item, deciding }: Props) {
  const { modal } = App.useApp();
  // Once approved, the system does the rest by itself.
  if (item.kind !== 'privacy' || item.of.status !== 'FILED') return null;
  const { of } = item;
  const ask = (): void =>
    void modal.confirm({
      title: `将永久删除 1 人的 ${of.groups.length} 类个人信息`,
      content: '删除随即执行，不能恢复；时长和台账记录本身不变。',
      okText: '批准并删除',
      okButtonProps: { danger: true },
      cancelText: '取消',
      onOk: () => deciding.decide(item, 'erase', (key) => allow(of, key)),
    });
  return (
    <>
      <Alert type="warning" showIcon title={`申请删除的信息：${of.groups.map(wordOf).join('、')}`} />
      <Button danger onClick={ask} loading={deciding.isBusy} style={{ marginTop: 12 }}>
        批准并删除
      </Button>
    </>
  );
}

/** What asks for more than yes or no. */
export const ResolveForms = ({ onBatch, ...props }: Props & { readonly onBatch: (decided: BatchDecided) => void }) => (
  <>
    <ConflictForm key={`conflict ${props.item.key}`} {...props} />
    <DisputeForm key={`dispute ${props.item.key}`} {...props} />
    <FoundForm key={`found ${props.item.key}`} {...props} />
    <StarNote {...props} />
    <ErasureForm {...props} />
    {props.item.kind === 'batch' && <DecideBatch key={props.item.key} batch={props.item.of} onDecided={onBatch} />}
  </>
);
