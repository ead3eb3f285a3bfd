import { Alert, Button, Card, Form, Result, Space, Steps } from 'antd';
import dayjs from 'dayjs';
import { useRef, useState } from 'react';
import { Link } from 'react-router';
import { useGive, type Receipt } from '../../api/give.js';
import { newId } from '../../api/ids.js';
import { today } from '../../parts/clock.js';
import { showFaults } from '../../parts/command-form.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { Drafts, removeDraft, SaveDraft, typedOf } from './drafts.js';
import { Basics, Identity, Interests, Pledge } from './steps.js';
import type { Body, Typed } from './typed.js';

/** The fields that each step holds; the next step opens when they are right. */
const stepFields: readonly (readonly string[])[] = [
  ['name', 'sex', 'idNumber', 'birthDate'],
  [
    'organizationId',
    'participantKind',
    'politicalStatus',
    'joinedPartyOn',
    'education',
    'ethnicity',
    'workUnit',
    'mobile',
    'email',
    'health',
  ],
  ['serviceInterests', 'skills', 'experience'],
  ['source', 'submittedOn', 'agreed'],
];
const titles = ['身份核验', '基本信息', '特长与意向', '承诺与提交'];
const given = <T extends object>(values: T): T =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== '')) as T;

function bodyOf(typed: Typed, volunteerId: string): Body {
  const { submittedOn, mobile, agreed, healthAgreed, ...rest } = typed;
  const consents: Body['consents'] = [
    ...(agreed ? (['REGISTRATION'] as const) : []),
    ...(healthAgreed ? (['SENSITIVE_HEALTH'] as const) : []),
  ];
  const { health: state, ...others } = rest;
  return given({
    ...others,
    ...(healthAgreed && state ? { health: state } : {}),
    ...(mobile ? { mobiles: [mobile] } : {}),
    consents,
    onBehalf: 'RECORDER' as const,
    volunteerId,
    submittedOn: submittedOn.format('YYYY-MM-DD'),
  });
}

function Done({
  receipt,
  volunteerId,
  onNext,
}: {
  readonly receipt: Receipt;
  readonly volunteerId: string;
  readonly onNext: () => void;
}) {
  return (
    <Result
      status="success"
      title="申请已提交，等待审核"
      subTitle={`回执：台账位置 ${receipt.position}`}
      extra={
        <Space>
          <Link to={`/volunteers/${volunteerId}`}>
            <Button>查看档案</Button>
          </Link>
          <Button type="primary" onClick={onNext}>
            再登记一人
          </Button>
        </Space>
      }
    />
  );
}

/** Annex 1 in steps: who it is and whether they are registered already, then the rest, then the paper. */
export default function Apply() {
  const [form] = Form.useForm<Typed>();
  const [step, setStep] = useState(0);
  const [draftId, setDraftId] = useState(newId);
  const [typed, setTyped] = useState<Partial<Typed>>({});
  const volunteerId = useRef(newId());
  const command = useGive('/api/volunteers', '提交申请');
  const steps = [<Identity key="0" />, <Basics key="1" />, <Interests key="2" />, <Pledge key="3" typed={typed} />];
  const isLast = step === steps.length - 1;
  const next = async (): Promise<void> => {
    await form.validateFields([...(stepFields[step] ?? [])] as never);
    setTyped(form.getFieldsValue(true) as Typed);
    setStep(step + 1);
  };
  const submit = (): void =>
    command.mutate(
      { path: undefined, body: bodyOf(form.getFieldsValue(true) as Typed, volunteerId.current) },
      {
        // The application stands; a draft that stays behind is gone in 30 days.
        onSuccess: () => void removeDraft(draftId).catch(() => undefined),
        onError: (error) => showFaults(form, error),
      },
    );
  const open = (draft: Parameters<typeof typedOf>[0]): void => {
    form.resetFields();
    form.setFieldsValue(typedOf(draft));
    setDraftId(draft.draftId);
    setStep(0);
  };
  const again = (): void => {
    volunteerId.current = newId();
    command.reset();
    form.resetFields();
    setDraftId(newId());
    setStep(0);
  };
  // Read once it is recorded; the id does not change until the next form is opened.
  // eslint-disable-next-line react-hooks/refs
  if (command.data) return <Done receipt={command.data} volunteerId={volunteerId.current} onNext={again} />;
  return (
    <Card style={{ maxWidth: 860 }}>
      <Steps current={step} size="small" items={titles.map((title) => ({ title }))} style={{ marginBottom: 24 }} />
      <ProblemAlert error={command.error} />
      <Drafts current={draftId} onOpen={open} />
      <Form<Typed>
        form={form}
        layout="vertical"
        onFinish={submit}
        scrollToFirstError
        initialValues={{
          source: 'PAPER_FORM',
          participantKind: 'FULL_MEMBER',
          politicalStatus: '01',
          ethnicity: '01',
          submittedOn: dayjs(today()),
        }}
      >
        {steps.map((content, index) => (
          <div key={titles[index]} hidden={index !== step}>
            {content}
          </div>
        ))}
        <Space wrap>
          <SaveDraft draftId={draftId} typed={() => form.getFieldsValue(true) as Partial<Typed>} />
          {step > 0 && <Button onClick={() => setStep(step - 1)}>上一步</Button>}
          {!isLast && (
            <Button type="primary" onClick={() => void next().catch(() => undefined)}>
              下一步
            </Button>
          )}
          {isLast && (
            <Button type="primary" htmlType="submit" loading={command.isPending}>
              提交申请
            </Button>
          )}
        </Space>
      </Form>
      <Alert
        type="info"
        showIcon
        style={{ marginTop: 16 }}
        title="提交前请让本人核对。提交后由党支部审核，退回时会写明原因。"
      />
    </Card>
  );
}
