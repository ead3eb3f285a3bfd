import { keepPreviousData } from '@tanstack/react-query';
import { DatePicker, Empty, Form, Input, Segmented, Select, Space, Tag, type TableProps } from 'antd';
import type { Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMay, useMe } from '../../frame/session.js';
import { CommandButton } from '../../parts/command-form.js';
import { useFilters } from '../../parts/filters.js';
import { ReasonItem } from '../../parts/reason-item.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText, orDash } from '../../parts/words.js';
import { Prepare } from './prepare.js';

type Row = RowOf<'/api/certificates'>;
type Standing = Row['standing'];

const standings: Readonly<Record<Standing, readonly [color: string, word: string]>> = {
  PREPARED: ['gold', '待签发'],
  VALID: ['green', '有效'],
  SUPERSEDED: ['blue', '所依据的时长有更正'],
  REVOKED: ['red', '已撤销'],
};
const codes = Object.keys(standings) as Standing[];
const reasons = ['FALSE_CLAIM', 'ISSUED_IN_ERROR', 'ISSUER_NOT_ENTITLED'] as const;

function Issue({ row: { volunteerId, ordinal, number } }: { readonly row: Row }) {
  return (
    <CommandButton<'/api/certificates/{volunteerId}/{ordinal}/issue', { readonly headName: string }>
      type="primary"
      title={`签发 ${number}`}
      label="签发"
      okText="签发"
      path="/api/certificates/{volunteerId}/{ordinal}/issue"
      given={({ headName }) => ({ path: { volunteerId, ordinal }, body: { headName } })}
    >
      <Form.Item name="headName" label="负责人（不能是经办人）" rules={[{ required: true, message: '请填写负责人' }]}>
        <Input maxLength={50} />
      </Form.Item>
    </CommandButton>
  );
}

interface Revoking {
  readonly reasonCode: (typeof reasons)[number];
  readonly reason: string;
}

function Revoke({ row: { volunteerId, ordinal, number } }: { readonly row: Row }) {
  return (
    <CommandButton<'/api/certificates/{volunteerId}/{ordinal}/revocation', Revoking>
      isDangerous
      title={`撤销 ${number}`}
      label="撤销"
      okText="撤销"
      path="/api/certificates/{volunteerId}/{ordinal}/revocation"
      given={(body) => ({ path: { volunteerId, ordinal }, body })}
    >
      <Form.Item name="reasonCode" label="类别" rules={[{ required: true, message: '请选取类别' }]}>
        <Select options={reasons.map((value) => ({ value, label: wordOf(value) }))} />
      </Form.Item>
      <ReasonItem word="原因" />
    </CommandButton>
  );
}

interface Public {
  readonly span: readonly [Dayjs, Dayjs];
}

/** Shown in public for objections before it is used (公示). */
function Publicize({ row: { volunteerId, ordinal, number } }: { readonly row: Row }) {
  return (
    <CommandButton<'/api/certificates/{volunteerId}/{ordinal}/publicity', Public>
      title={`公示 ${number}`}
      label="公示"
      okText="登记公示"
      path="/api/certificates/{volunteerId}/{ordinal}/publicity"
      given={({ span: [from, until] }) => ({
        path: { volunteerId, ordinal },
        body: { publicFrom: from.format('YYYY-MM-DD'), publicUntil: until.format('YYYY-MM-DD') },
      })}
    >
      <Form.Item name="span" label="公示起止日期" rules={[{ required: true, message: '请选取公示起止日期' }]}>
        <DatePicker.RangePicker />
      </Form.Item>
    </CommandButton>
  );
}

/** Certificates of service and how each stands: prepared, valid, overtaken by a correction, revoked (服务记录证明). */
export default function Certificates() {
  const filters = useFilters<{ within: string; standing: Standing }>(['within', 'standing']);
  const { within, standing } = filters.values;
  const [mayIssue, mayRevoke] = [useMay('IssueCertificate'), useMay('RevokeCertificate')];
  const mayPublicize = mayGiveForOthers(useMe(), 'PublicizeCertificate');
  const mayPrepare = mayGiveForOthers(useMe(), 'PrepareCertificate');
  const answer = api.useQuery(
    'get',
    '/api/certificates',
    { params: { query: filters.asked } },
    { placeholderData: keepPreviousData },
  );
  const { data: counts } = api.useQuery('get', '/api/certificates/counts', {
    params: { query: within ? { within } : {} },
  });
  const countOf = (code: Standing): number =>
    Number(counts?.items.find((one) => one.standing === code)?.certificates ?? 0);
  const columns: TableProps<Row>['columns'] = [
    { title: '编号', dataIndex: 'number' },
    { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
    { title: '起止', render: (_none, row) => `${row.fromOn}—${row.untilOn}` },
    { title: '时长', className: 'number', render: (_none, row) => minutesText(row.serviceMinutes) },
    { title: '编制', dataIndex: 'preparedOn' },
    { title: '签发', dataIndex: 'issuedOn', render: orDash },
    { title: '公示', render: (_none, row) => (row.publicFrom ? `${row.publicFrom}—${orDash(row.publicUntil)}` : '—') },
    {
      title: '状态',
      render: (_none, row) => <Tag color={standings[row.standing][0]}>{standings[row.standing][1]}</Tag>,
    },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, row) => (
        <Space>
          <a href={`/api/certificates/${row.volunteerId}/${row.ordinal}?format=html`} target="_blank" rel="noreferrer">
            打印
          </a>
          {mayIssue && row.standing === 'PREPARED' && <Issue row={row} />}
          {mayPublicize && row.standing === 'VALID' && row.publicFrom === null && <Publicize row={row} />}
          {mayRevoke && (row.standing === 'VALID' || row.standing === 'SUPERSEDED') && <Revoke row={row} />}
        </Space>
      ),
    },
  ];
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="toolbar">
        <Segmented
          aria-label="状态"
          value={standing ?? 'ALL'}
          onChange={(chosen) => filters.set({ standing: chosen === 'ALL' ? undefined : chosen })}
          options={[
            { value: 'ALL', label: `全部 ${codes.reduce((sum, code) => sum + countOf(code), 0)}` },
            ...codes.map((value) => ({ value, label: `${standings[value][1]} ${countOf(value)}` })),
          ]}
        />
        <div className="toolbar-right">{mayPrepare && <Prepare key={within} within={within} />}</div>
      </div>
      <List<Row>
        rowKey={(row) => `${row.volunteerId} ${row.ordinal}`}
        columns={columns}
        answer={answer}
        turning={filters}
        empty={
          <Empty
            description={
              mayPrepare
                ? '还没有这样的证明；点右上“编制证明”，再由另一人签发'
                : '还没有这样的证明；由记录员编制、负责人签发后显示在这里'
            }
          />
        }
      />
    </TreePage>
  );
}
