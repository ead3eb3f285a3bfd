import { keepPreviousData } from '@tanstack/react-query';
import { DatePicker, Empty, Form, Segmented, Select, Tag, type TableProps } from 'antd';
import type { Dayjs } from 'dayjs';
import { useState } from 'react';
import { disclosureMeansNames, exportReceiverNames } from '#libs/forms/disclosure-words.zh';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { PersonLink } from '../../parts/person-link.js';
import { useTurning } from '../../parts/turning.js';
import { minutesText } from '../../parts/words.js';
import type { BookOf } from './book-of.js';

type Row = RowOf<'/api/books/{organizationId}/{year}/papers'>;
type Receiver = NonNullable<Row['toldReceiver']>;
type Means = NonNullable<Row['toldMeans']>;

const receivers = Object.keys(exportReceiverNames) as Receiver[];
const means: readonly Means[] = ['IN_WRITING', 'FACE_TO_FACE', 'TELEPHONE'];

/** 2 星, 第 1 份, 2026 年: which of its kind. */
function paperText({ paper, number, means: by }: Row): string {
  if (paper === 'EXPORT') return `带出的${disclosureMeansNames[by as keyof typeof disclosureMeansNames]}`;
  const which = paper === 'STAR' ? `${number} 星` : paper === 'CERTIFICATE' ? `第 ${number} 份` : `${number} 年`;
  return `${wordOf(paper)} ${which}`;
}

const states: Readonly<Record<NonNullable<Row['state']>, readonly [color: string, word: string]>> = {
  STANDS: ['gold', '仍按原数字'],
  RENEWED: ['green', '已重新办理'],
  SUPERSEDED: ['blue', '已注明更正'],
  REVOKED: ['red', '已撤销'],
};

interface Told {
  readonly receiver: Receiver;
  readonly means: Means;
  readonly toldOn: Dayjs;
}

/** Writes down that whoever has the paper was told. */
function Tell({ row, year }: { readonly row: Row; readonly year: number }) {
  const { recordId: volunteerId, findingId, paper, subjectId, number } = row;
  return (
    <CommandButton<'/api/hours/{volunteerId}/{year}/findings/{findingId}/notices', Told>
      title={`登记更正告知：${paperText(row)}`}
      label="登记告知"
      okText="登记"
      path="/api/hours/{volunteerId}/{year}/findings/{findingId}/notices"
      initial={row.receiver ? { receiver: row.receiver as Receiver } : {}}
      given={({ toldOn, ...told }) => ({
        path: { volunteerId, year, findingId },
        body: { ...told, paper, subjectId, toldOn: toldOn.format('YYYY-MM-DD'), ...(paper === 'EXPORT' ? {} : { number }) },
      })}
    >
      <Form.Item name="receiver" label="告知了谁" rules={[{ required: true, message: '请选取告知了谁' }]}>
        <Select options={receivers.map((value) => ({ value, label: exportReceiverNames[value] }))} />
      </Form.Item>
      <Form.Item name="means" label="告知方式" rules={[{ required: true, message: '请选取告知方式' }]}>
        <Select options={means.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <Form.Item name="toldOn" label="告知日期" rules={[{ required: true, message: '请选取告知日期' }]}>
        <DatePicker />
      </Form.Item>
    </CommandButton>
  );
}

const toldText = ({ toldOn, toldReceiver, toldMeans }: Row): string =>
  `${toldOn ?? ''} ${wordOf(toldMeans)}告知${toldReceiver ? exportReceiverNames[toldReceiver] : ''}`;

const columnsOf = (year: number, mayTell: boolean): TableProps<Row>['columns'] => [
  { title: '文书', render: (_none, row) => paperText(row) },
  { title: '作出', dataIndex: 'madeOn' },
  {
    title: '交给',
    render: (_none, { receiver }) =>
      receiver ? exportReceiverNames[receiver as keyof typeof exportReceiverNames] : '台账内的结果',
  },
  { title: '单位', render: (_none, row) => <OrganizationName organizationId={row.organizationId} /> },
  { title: '当时数字', className: 'number', render: (_none, row) => minutesText(row.minutesThen) },
  { title: '涉及何人', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
  {
    title: '更正',
    render: (_none, row) =>
      `${row.servedOn} 的服务：${minutesText(row.minutesBefore)} → ${minutesText(row.minutesAfter)}（${row.foundOn} ${wordOf(row.reasonCode)}）`,
  },
  {
    title: '现状',
    render: (_none, { state }) => (state ? <Tag color={states[state][0]}>{states[state][1]}</Tag> : '—'),
  },
  {
    title: '接收人',
    fixed: 'right',
    render: (_none, row) =>
      row.toldOn ? toldText(row) : mayTell ? <Tell row={row} year={year} /> : <Tag color="gold">尚未告知</Tag>,
  },
];

/** F-25: what was issued or handed out on the strength of an entry that counts otherwise now, and whether its recipient was told. */
export function RestingPapers({ of }: { readonly of: BookOf }) {
  const [told, setTold] = useState<'ALL' | 'NO' | 'YES'>('ALL');
  const turning = useTurning();
  const mayTell = useMay('GiveCorrectionNotice');
  const answer = api.useQuery(
    'get',
    '/api/books/{organizationId}/{year}/papers',
    { params: { path: of, query: { ...turning.asked, ...(told === 'ALL' ? {} : { told: told === 'YES' }) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <div className="stack">
      <Segmented
        aria-label="接收人是否已告知"
        value={told}
        onChange={setTold}
        options={[
          { value: 'ALL', label: '全部' },
          { value: 'NO', label: '尚未告知' },
          { value: 'YES', label: '已告知' },
        ]}
      />
      <List<Row>
        rowKey={(row) => `${row.findingId} ${row.paper} ${row.subjectId} ${row.number}`}
        size="small"
        columns={columnsOf(of.year, mayTell)}
        answer={answer}
        turning={turning}
        empty={<Empty description="没有受影响的文书：这一年的年结后调整、虚报认定没有涉及已交出的证明、评议、星级或账册" />}
      />
    </div>
  );
}
