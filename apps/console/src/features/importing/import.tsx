import { Alert, Button, Card, Form, Radio, Steps } from 'antd';
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { askedOf, kinds, type Kind, type Typed } from './asked.js';
import { FileField, FieldsOf } from './fields.js';
import { Preview } from './preview.js';
import { Ended, UnderWay } from './run.js';
import { useImport } from './use-import.js';

const titles = ['选择文件', '预检', '写入', '结果'];

/** Which sheet, of whom, and what it may be told. */
function Chosen({ mine }: { readonly mine: readonly Kind[] }) {
  const kind = Form.useWatch<Kind | undefined>('kind') ?? mine[0];
  return (
    <>
      <Form.Item name="kind" label="表的种类" rules={[{ required: true }]}>
        <Radio.Group optionType="button" options={mine.map((value) => ({ value, label: kinds[value].name }))} />
      </Form.Item>
      <Form.Item name="organizationId" label="党组织" rules={[{ required: true, message: '请选取党组织' }]}>
        <OrganizationSelect />
      </Form.Item>
      <FileField name="sheet" label="导入的表" accept=".xlsx,.csv" isNeeded extra=".xlsx 或 .csv，最大 20 MB" />
      {kind && <FieldsOf key={kind} kind={kind} />}
    </>
  );
}

function useKinds(): readonly Kind[] {
  const me = useMe();
  return (Object.keys(kinds) as Kind[]).filter((kind) =>
    kinds[kind].needs.every((command) => mayGiveForOthers(me, command)),
  );
}

/** The organization that all roles of the account stand on; undefined where there are several. */
function useOwnTop(): string | undefined {
  const tops = new Set(useMe().grants.flatMap(({ organizationId }) => organizationId ?? []));
  return tops.size === 1 ? [...tops][0] : undefined;
}

function stepOf({ preview, run, isLost }: ReturnType<typeof useImport>, isBack: boolean): number {
  if (run) return run.state === 'RUNNING' ? 2 : 3;
  if (isLost) return 2;
  return preview.data && !isBack ? 1 : 0;
}

/** From a sheet to the ledger: preview first, nothing written before the yes, resumable whatever happens. */
export default function Import() {
  const mine = useKinds();
  const [asked] = useSearchParams();
  const first = mine.find((kind) => kind === asked.get('kind')) ?? mine[0];
  const own = useOwnTop();
  const [form] = Form.useForm<Typed>();
  const [isBack, setBack] = useState(false);
  const [accepted, setAccepted] = useState<readonly number[]>([]);
  const work = useImport();
  const { preview, start, run } = work;
  const step = stepOf(work, isBack);
  const look = (): void => {
    const typed = askedOf(form.getFieldsValue(true) as Typed, accepted);
    if (typed) preview.mutate(typed, { onSuccess: () => setBack(false) });
  };
  const write = (): void => {
    if (preview.data) start.mutate(preview.data);
  };
  const again = (): void => {
    work.renew();
    write();
  };
  const another = (): void => {
    work.renew();
    preview.reset();
    setAccepted([]);
    form.resetFields();
  };
  const accept = (row: number, isOther: boolean): void =>
    setAccepted((now) => (isOther ? [...now, row].sort((a, b) => a - b) : now.filter((one) => one !== row)));
  return (
    <Card>
      <Steps current={step} size="small" items={titles.map((title) => ({ title }))} style={{ marginBottom: 24 }} />
      <ProblemAlert error={step === 0 ? preview.error : start.error} />
      <div hidden={step !== 0} style={{ maxWidth: 760 }}>
        <Form<Typed>
          form={form}
          layout="vertical"
          onFinish={look}
          initialValues={{ kind: first, organizationId: asked.has('kind') ? own : undefined }}
          scrollToFirstError
        >
          <Chosen mine={mine} />
          <Button type="primary" htmlType="submit" loading={preview.isPending}>
            预检（不写入）
          </Button>
        </Form>
      </div>
      {step === 1 && preview.data && (
        <Preview
          key={preview.submittedAt}
          preview={preview.data.preview}
          isBusy={preview.isPending || start.isPending}
          accepted={accepted}
          onAccept={accept}
          onBack={() => setBack(true)}
          onAgain={look}
          onWrite={write}
        />
      )}
      {work.isLost && !run && (
        <Alert
          type="warning"
          showIcon
          title="服务器重新启动过，请接着写入；已写入的不会重复。"
          action={<Button onClick={again}>接着写入</Button>}
        />
      )}
      {run?.state === 'RUNNING' && <UnderWay run={run} isCutOff={work.isCutOff} onStop={work.stop} />}
      {run && run.state !== 'RUNNING' && preview.data && (
        <Ended run={run} preview={preview.data.preview} onAgain={again} onNext={another} />
      )}
    </Card>
  );
}
