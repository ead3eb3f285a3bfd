import { Alert, Button, Checkbox, Empty, Form, Radio, Table } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { useGive } from '../../../api/give.js';
import { CommandButton, showFaults } from '../../../parts/command-form.js';
import { stateName } from '../../../parts/ledger-words.js';
import { PersonSelect } from '../../../parts/person-select.js';
import { ProblemAlert } from '../../../parts/problem-alert.js';
import { Side } from '../../../parts/side.js';
import { orDash } from '../../../parts/words.js';
import type { Person } from '../record.js';
import { BothRecords, useNamesakes } from './both-records.js';
import { dayOf, DayItem, fromToday, TextItem } from '../../../parts/items.js';

/** Who bears the name, to be told apart by unit, birth and number; somebody whose name is written otherwise is looked for. */
function OtherRecord({
  person,
  otherId,
  onChoose,
}: {
  readonly person: Person;
  readonly otherId: string | undefined;
  readonly onChoose: (volunteerId: string) => void;
}) {
  // What was found in the table has no name in the field below it.
  const [searched, setSearched] = useState<string | undefined>();
  const others = useNamesakes(person.name).filter(
    ({ volunteerId, status }) => volunteerId !== person.volunteerId && status !== 'MERGED',
  );
  return (
    <>
      <Table
        aria-label="同名的登记"
        size="small"
        pagination={false}
        rowKey="volunteerId"
        dataSource={others}
        locale={{ emptyText: <Empty description="没有同名的登记；姓名写法不同的，在下面另找" /> }}
        rowSelection={{
          type: 'radio',
          selectedRowKeys: otherId === undefined ? [] : [otherId],
          onChange: ([key]) => onChoose(String(key)),
          getCheckboxProps: ({ name, birthDate }) => ({ 'aria-label': `与 ${name} ${birthDate ?? ''} 对照` }),
        }}
        columns={[
          { title: '姓名', dataIndex: 'name' },
          { title: '编号', dataIndex: 'volunteerNumber', render: orDash },
          { title: '党组织', dataIndex: 'organizationName', render: orDash },
          { title: '出生年月', dataIndex: 'birthDate', render: orDash },
          { title: '身份证号码（首尾）', dataIndex: 'maskedIdNumber', render: orDash },
          { title: '状态', render: (_none, { status }) => (status ? stateName(status) : '—') },
        ]}
      />
      <div>
        姓名写法不同的，另找：
        <PersonSelect
          label="另一条登记"
          {...(searched !== undefined && searched === otherId ? { value: searched } : {})}
          onChange={(volunteerId) => {
            setSearched(volunteerId);
            onChoose(volunteerId);
          }}
        />
      </div>
    </>
  );
}

interface Typed {
  readonly stays: 'here' | 'there';
  readonly mergedOn: Dayjs;
  readonly reason: string;
  readonly evidence: string;
  readonly compared: boolean;
}

function MergeForm({
  person,
  otherId,
  onDone,
}: {
  readonly person: Person;
  readonly otherId: string;
  readonly onDone: () => void;
}) {
  const [form] = Form.useForm<Typed>();
  const command = useGive('/api/volunteers/{volunteerId}/merge', '合并登记');
  const submit = ({ stays, mergedOn, reason, evidence }: Typed): void => {
    const [survivorId, volunteerId] = stays === 'here' ? [person.volunteerId, otherId] : [otherId, person.volunteerId];
    command.mutate(
      { path: { volunteerId }, body: { survivorId, mergedOn: dayOf(mergedOn), reason, evidence } },
      { onSuccess: onDone, onError: (error) => showFaults(form, error) },
    );
  };
  return (
    <Form<Typed> name="merge" form={form} layout="vertical" onFinish={submit} initialValues={fromToday('mergedOn')}>
      <Alert
        type="warning"
        showIcon
        title="不保留的那条登记随之关闭，从合并之日起不再列入花名册；两条的履历和时长都不移动，同一分钟只计一次。"
        description="合并错了的，可以在关闭的那条登记上办理“撤销合并”。"
        style={{ marginBottom: 16 }}
      />
      <Form.Item name="stays" label="保留哪一条" rules={[{ required: true, message: '请选取保留哪一条' }]}>
        <Radio.Group
          options={[
            { value: 'here', label: '保留本条登记' },
            { value: 'there', label: '保留另一条登记' },
          ]}
        />
      </Form.Item>
      <DayItem name="mergedOn" label="合并日期" />
      <TextItem name="evidence" label="同一人的依据（查看了什么证件、材料）" max={500} />
      <TextItem name="reason" label="合并原因" max={500} />
      <Form.Item
        name="compared"
        valuePropName="checked"
        rules={[
          {
            validator: async (_rule, value) => {
              if (value !== true) throw new Error('请先逐项对照两条登记');
            },
          },
        ]}
      >
        <Checkbox>已逐项对照两条登记和证件，确认是同一人</Checkbox>
      </Form.Item>
      <ProblemAlert error={command.error} />
      <Button type="primary" danger htmlType="submit" loading={command.isPending}>
        合并登记
      </Button>
    </Form>
  );
}

/** F-08: told by paper that a person looked at; the form stands below both records, and not without them. */
export function Merge({ person }: { readonly person: Person }) {
  const [isOpen, setOpen] = useState(false);
  const [otherId, setOtherId] = useState<string | undefined>();
  const close = (): void => {
    setOpen(false);
    setOtherId(undefined);
  };
  return (
    <>
      <Button danger onClick={() => setOpen(true)}>
        合并重复登记
      </Button>
      <Side open={isOpen} onClose={close} title="合并重复登记" size={960}>
        <div className="stack">
          <OtherRecord person={person} otherId={otherId} onChoose={setOtherId} />
          {otherId === person.volunteerId && <Alert type="warning" showIcon title="这就是本条登记，请另选一条" />}
          {otherId !== undefined && otherId !== person.volunteerId && (
            <BothRecords here={person} otherId={otherId}>
              <MergeForm key={otherId} person={person} otherId={otherId} onDone={close} />
            </BothRecords>
          )}
        </div>
      </Side>
    </>
  );
}

interface Undoing {
  readonly undoneOn: Dayjs;
  readonly reason: string;
}

/** The record is what it was before: they have been two persons all along. */
export function UndoMerge({ person: { volunteerId } }: { readonly person: Person }) {
  return (
    <CommandButton<'/api/volunteers/{volunteerId}/merge/undoing', Undoing>
      title="撤销合并"
      okText="撤销合并"
      isDangerous
      path="/api/volunteers/{volunteerId}/merge/undoing"
      initial={fromToday('undoneOn')}
      given={({ undoneOn, reason }) => ({ path: { volunteerId }, body: { undoneOn: dayOf(undoneOn), reason } })}
    >
      <p>两条登记各自恢复，从一开始就按两个人计；合并和撤销都留在两人的履历里。</p>
      <DayItem name="undoneOn" label="撤销日期" />
      <TextItem name="reason" label="撤销原因" max={500} />
    </CommandButton>
  );
}
