import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Form, Input, Modal, Progress, Select, Switch, Upload } from 'antd';
import { useState } from 'react';
import { queries } from '../../api/client.js';
import { newId } from '../../api/ids.js';
import { problemFrom } from '../../api/problem.js';
import type { AnswerOf } from '../../api/query.js';
import { wordOf } from '../../parts/ledger-words.js';
import {
  acceptedFiles,
  addEvidence,
  faultOfFile,
  sizeText,
  type ChosenFile,
  type Evidence,
  type EvidenceTyped,
} from './upload-evidence.js';

export const evidenceKinds: readonly Evidence['evidenceKind'][] = [
  'SIGN_IN_SHEET',
  'PHOTO',
  'STATEMENT',
  'COMMAND_BODY_CONFIRMATION',
  'OTHER',
];

interface Line extends ChosenFile {
  /** 0–100; undefined until it is sent. */
  readonly percent?: number;
  readonly isRecorded: boolean;
  readonly fault?: string | undefined;
}

const chosen = (file: File): Line => ({
  ...{ file, evidenceId: newId(), commandKey: newId() },
  ...{ isRecorded: false, fault: faultOfFile(file) },
});

/** Files one after another; what was recorded is not sent again, what was refused says why and may be sent once more. */
function useFiles(activityId: string) {
  const [lines, setLines] = useState<readonly Line[]>([]);
  const [isSending, setSending] = useState(false);
  const change = (evidenceId: string, to: Partial<Line>): void =>
    setLines((before) => before.map((line) => (line.evidenceId === evidenceId ? { ...line, ...to } : line)));
  const sendOne = async (line: Line, typed: EvidenceTyped): Promise<boolean> => {
    const { evidenceId } = line;
    change(evidenceId, { percent: 0, fault: undefined });
    try {
      await addEvidence(activityId, line, typed, (percent) => change(evidenceId, { percent }));
      change(evidenceId, { percent: 100, isRecorded: true });
      return true;
    } catch (error) {
      const { detail, title } = problemFrom(error);
      change(evidenceId, { fault: detail ?? title });
      return false;
    }
  };
  /** Answers whether all of them stand now. */
  const send = async (typed: EvidenceTyped): Promise<boolean> => {
    setSending(true);
    let isWhole = true;
    for (const line of lines)
      if (faultOfFile(line.file)) isWhole = false;
      else if (!line.isRecorded) isWhole = (await sendOne(line, typed)) && isWhole;
    await queries.invalidateQueries();
    setSending(false);
    return isWhole;
  };
  return {
    ...{ lines, isSending, send },
    add: (files: readonly File[]) => setLines((before) => [...before, ...files.map(chosen)]),
    drop: (evidenceId: string) => setLines((before) => before.filter((line) => line.evidenceId !== evidenceId)),
    clear: () => setLines([]),
  };
}

function FileLine({ line, onDrop }: { readonly line: Line; readonly onDrop: (() => void) | undefined }) {
  const { file, percent, fault, isRecorded } = line;
  const state = isRecorded ? '已登记' : fault;
  return (
    <li>
      <strong>{file.name}</strong> <span className="entry-time">{sizeText(file.size)}</span>{' '}
      {onDrop && (
        <Button size="small" type="link" onClick={onDrop} aria-label={`不要 ${file.name}`}>
          不要
        </Button>
      )}
      {percent !== undefined && (
        <Progress
          percent={percent}
          size="small"
          status={isRecorded ? 'success' : fault ? 'exception' : 'active'}
          aria-label={`${file.name} 已上传`}
        />
      )}
      {state && (
        <div role="status" className={isRecorded ? undefined : 'fault'}>
          {state}
        </div>
      )}
    </li>
  );
}

/** A picture with children on it asks for the word of their guardians (F-42). */
function OfMinors() {
  const showsMinor = Form.useWatch<boolean | undefined>('showsMinor') === true;
  return (
    <div className="form-columns">
      <Form.Item name="showsMinor" label="拍到未成年人" valuePropName="checked">
        <Switch checkedChildren="是" unCheckedChildren="否" />
      </Form.Item>
      {showsMinor && (
        <Form.Item name="hasGuardianConsent" label="监护人已同意" valuePropName="checked" preserve={false}>
          <Switch checkedChildren="是" unCheckedChildren="否" />
        </Form.Item>
      )}
    </div>
  );
}

interface Props {
  readonly activityId: string;
  readonly held: AnswerOf<'/api/activities/{activityId}'>['held'];
}

const Fields = ({ held }: Pick<Props, 'held'>) => (
  <>
    <Form.Item name="evidenceKind" label="类别" rules={[{ required: true, message: '请选取佐证类别' }]}>
      <Select options={evidenceKinds.map((value) => ({ value, label: wordOf(value) }))} />
    </Form.Item>
    <Form.Item name="sessionId" label="只属于哪一场（不选的，属于整个活动）">
      <Select
        allowClear
        options={held.map(({ sessionId, heldOn, startsAt, endsAt }) => ({
          value: sessionId,
          label: `${heldOn} ${startsAt}—${endsAt}`,
        }))}
      />
    </Form.Item>
    <OfMinors />
    <Form.Item name="caption" label="说明（不填的，用文件名）">
      <Input maxLength={200} />
    </Form.Item>
  </>
);

/** Sheets, photos and statements: handed in file by file, then named as evidence of the activity. */
export function AddEvidence({ activityId, held }: Props) {
  const [isOpen, setOpen] = useState(false);
  const [form] = Form.useForm<EvidenceTyped>();
  const { message } = App.useApp();
  const files = useFiles(activityId);
  const { lines, isSending } = files;
  const close = (): void => {
    form.resetFields();
    files.clear();
    setOpen(false);
  };
  const submit = async (typed: EvidenceTyped): Promise<void> => {
    // What was left empty is not said.
    const said = Object.fromEntries(Object.entries(typed).filter(([, value]) => value !== undefined && value !== ''));
    if (!(await files.send(said as unknown as EvidenceTyped))) return;
    void message.success(`已登记 ${lines.length} 份佐证`);
    close();
  };
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        上传佐证
      </Button>
      <Modal
        open={isOpen}
        title="上传佐证"
        onCancel={close}
        onOk={() => form.submit()}
        okText="上传并登记"
        okButtonProps={{ loading: isSending, disabled: lines.length === 0 }}
        cancelText="取消"
        forceRender
      >
        <p>文件只收 JPEG、PNG 图片和 PDF，每份不超过 10 MB。加密存放，登记后不能替换；登记的是它的哈希。</p>
        <Form<EvidenceTyped> name="evidence" form={form} layout="vertical" onFinish={(typed) => void submit(typed)}>
          <Fields held={held} />
        </Form>
        <Upload
          accept={acceptedFiles}
          multiple
          showUploadList={false}
          beforeUpload={(file) => {
            files.add([file]);
            return false;
          }}
        >
          <Button icon={<UploadOutlined aria-hidden />}>选择文件</Button>
        </Upload>
        <ul className="sheet" aria-label="选择的文件">
          {lines.map((line) => (
            <FileLine
              key={line.evidenceId}
              line={line}
              onDrop={isSending || line.isRecorded ? undefined : () => files.drop(line.evidenceId)}
            />
          ))}
        </ul>
      </Modal>
    </>
  );
}
