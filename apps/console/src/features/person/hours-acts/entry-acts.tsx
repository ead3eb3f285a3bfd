import { Button, Form, Input, Space } from 'antd';
import { useRef } from 'react';
import { newId } from '../../../api/ids.js';
import { mayGiveForOthers, useMe } from '../../../frame/session.js';
import { CommandButton } from '../../../parts/command-form.js';
import { PersonSelect } from '../../../parts/person-select.js';
import { ReasonItem } from '../../../parts/reason-item.js';
import { minutesText } from '../../../parts/words.js';
import type { Entry } from '../entry.js';

const entryPath = '/api/hours/{volunteerId}/{year}/{entryId}';

interface Moved {
  readonly toVolunteerId: string;
  readonly reason: string;
}

const About = ({ entry: { servedOn, startsAt, endsAt, serviceMinutes } }: { readonly entry: Entry }) => (
  <p>
    <strong>
      {servedOn} {startsAt}—{endsAt}，{minutesText(serviceMinutes)}
    </strong>
  </p>
);

/** F-10: written down for the wrong person. Both are told. */
function MoveButton({ entry }: { readonly entry: Entry }) {
  const toEntryId = useRef(newId());
  const { volunteerId, year, entryId } = entry;
  return (
    <CommandButton<`${typeof entryPath}/move`, Moved>
      title="改记给实际服务的人"
      label="改记"
      okText="冲销并改记"
      isDangerous
      path={`${entryPath}/move`}
      given={({ toVolunteerId, reason }) => ({
        path: { volunteerId, year, entryId },
        body: { toVolunteerId, toEntryId: toEntryId.current, reason },
      })}
      onClosed={() => {
        toEntryId.current = newId();
      }}
    >
      <About entry={entry} />
      <p>这条记录冲销，不再计入此人；同样的日期、时间和时长记到所选的人名下。两人都会收到通知，原记录划去保留。</p>
      <Form.Item
        name="toVolunteerId"
        label="实际服务的志愿者"
        rules={[{ required: true, message: '请选择实际服务的志愿者' }]}
      >
        <PersonSelect label="实际服务的志愿者" />
      </Form.Item>
      <ReasonItem word="原因" isSeen />
    </CommandButton>
  );
}

interface Found {
  readonly decision: string;
  readonly reason: string;
}

/** F-01: a finding with its decision; papers that rest on the entry are listed by the ledger. */
function FalseClaimButton({ entry }: { readonly entry: Entry }) {
  const { volunteerId, year, entryId } = entry;
  return (
    <CommandButton<`${typeof entryPath}/false-claim`, Found>
      title="认定虚报"
      okText="认定并冲销"
      isDangerous
      path={`${entryPath}/false-claim`}
      given={(typed) => ({ path: { volunteerId, year, entryId }, body: typed })}
    >
      <About entry={entry} />
      <p>
        认定后这条记录冲销，不能恢复；本人、登记人和确认人都留在认定里。据此出具的服务证明随之撤销，已交出的文书列入须告知的清单。
      </p>
      <Form.Item
        name="decision"
        label="处理决定（何时、何会议或文号）"
        rules={[{ required: true, message: '请填写处理决定' }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <ReasonItem word="原因" isSeen />
    </CommandButton>
  );
}

interface Props {
  readonly entry: Entry;
  readonly onCorrect: (entry: Entry) => void;
}

/** What whoever decides can do with an entry that counts: nothing is changed in place. */
export function EntryActs({ entry, onCorrect }: Props) {
  const me = useMe();
  return (
    <Space wrap>
      {mayGiveForOthers(me, 'CorrectServiceHours') && (
        <Button size="small" onClick={() => onCorrect(entry)}>
          更正
        </Button>
      )}
      {mayGiveForOthers(me, 'MoveServiceHours') && <MoveButton entry={entry} />}
      {mayGiveForOthers(me, 'EstablishFalseClaim') && <FalseClaimButton entry={entry} />}
    </Space>
  );
}
