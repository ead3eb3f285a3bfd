import { Button, DatePicker, Descriptions, Empty, Form, Select, Space, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import { useGive } from '../../api/give.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { wordOf, wordsOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { PersonLink } from '../../parts/person-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useTurning } from '../../parts/turning.js';
import { orDash } from '../../parts/words.js';

type Breach = RowOf<'/api/breaches'>;
type Person = RowOf<'/api/breaches/{breachId}/people'>;
type Remedy = Breach['remedies'][number]['remedy'];
type Authority = Breach['reports'][number]['authority'];

const remedies: readonly Remedy[] = [
  'RECALLED',
  'DELETED_BY_THE_RECEIVER',
  'TAKEN_DOWN',
  'ACCOUNT_SHUT',
  'PASSWORD_CHANGED',
  'DEVICE_WIPED',
];
const authorities: readonly Authority[] = ['CYBERSPACE_OFFICE', 'POLICE', 'HIGHER_ORGANIZATION'];
const choices = (codes: readonly string[]) => codes.map((value) => ({ value, label: wordOf(value) }));

interface OnDay<T> {
  readonly code: T;
  readonly on: Dayjs;
}

const DayItem = ({ label }: { readonly label: string }) => (
  <Form.Item name="on" label={label} rules={[{ required: true, message: `请填写${label}` }]}>
    <DatePicker />
  </Form.Item>
);

function Acts({ breach: { breachId } }: { readonly breach: Breach }) {
  const initial = { on: dayjs(today()) };
  const dayOf = ({ on }: OnDay<unknown>): string => on.format('YYYY-MM-DD');
  return (
    <Space wrap>
      <CommandButton<'/api/breaches/{breachId}/remedies', OnDay<Remedy>>
        title="登记补救措施"
        okText="登记"
        path="/api/breaches/{breachId}/remedies"
        initial={initial}
        given={(typed) => ({ path: { breachId }, body: { remedy: typed.code, doneOn: dayOf(typed) } })}
      >
        <Form.Item name="code" label="补救措施" rules={[{ required: true, message: '请选取补救措施' }]}>
          <Select options={choices(remedies)} />
        </Form.Item>
        <DayItem label="完成日期" />
      </CommandButton>
      <CommandButton<'/api/breaches/{breachId}/reports', OnDay<Authority>>
        title="登记报告"
        okText="登记"
        path="/api/breaches/{breachId}/reports"
        initial={initial}
        given={(typed) => ({ path: { breachId }, body: { authority: typed.code, reportedOn: dayOf(typed) } })}
      >
        <Form.Item name="code" label="报告了谁" rules={[{ required: true, message: '请选取报告了谁' }]}>
          <Select options={choices(authorities)} />
        </Form.Item>
        <DayItem label="报告日期" />
      </CommandButton>
    </Space>
  );
}

const people: TableProps<Person>['columns'] = [
  { title: '编号', dataIndex: 'volunteerNumber', render: orDash },
  { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
  { title: '通知', render: (_none, { notifiedOn }) => notifiedOn ?? '尚未通知' },
];

/** Everybody concerned, and the act by which those of this page are told. */
function People({ breach }: { readonly breach: Breach }) {
  const { breachId } = breach;
  const turning = useTurning();
  const mayTell = useMay('NotifyBreachPersons');
  const command = useGive('/api/breaches/{breachId}/notices', '通知本人');
  const answer = api.useQuery('get', '/api/breaches/{breachId}/people', {
    params: { path: { breachId }, query: turning.asked },
  });
  const untold = (answer.data?.items ?? []).filter(({ notifiedOn }) => notifiedOn === null);
  const tell = (): void =>
    command.mutate({ path: { breachId }, body: { volunteerIds: untold.map(({ volunteerId }) => volunteerId) } });
  return (
    <>
      {mayTell && untold.length > 0 && (
        <Button type="primary" loading={command.isPending} onClick={tell}>
          通知本页的 {untold.length} 人
        </Button>
      )}
      <ProblemAlert error={command.error} />
      <List<Person>
        rowKey="volunteerId"
        size="small"
        columns={people}
        answer={answer}
        turning={turning}
        empty={<Empty description="不是从本台账带出的表，请在志愿者名册核对后另行通知" />}
      />
    </>
  );
}

/** One breach: what leaked, what was done, who was told (PIPL 57). */
export function BreachDetail({ breachId }: { readonly breachId: string }) {
  const may = useMay('NoteBreachRemedy');
  const { data, error } = api.useQuery('get', '/api/breaches/{breachId}', { params: { path: { breachId } } });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  return (
    <div className="stack">
      <Descriptions
        bordered
        size="small"
        column={1}
        items={[
          { key: 'unit', label: '党组织', children: <OrganizationName organizationId={data.organizationId} /> },
          { key: 'what', label: '发生了什么', children: `${wordOf(data.breachKind)}：${wordOf(data.cause)}` },
          { key: 'groups', label: '涉及信息', children: wordsOf(data.groups) },
          { key: 'people', label: '人数', children: `${data.people} 人，已通知 ${data.notified} 人` },
          { key: 'found', label: '发现', children: data.foundOn },
          {
            key: 'remedies',
            label: '补救措施',
            children: data.remedies.map(({ remedy, doneOn }) => `${doneOn} ${wordOf(remedy)}`).join('；') || '—',
          },
          {
            key: 'reports',
            label: '已报告',
            children: data.reports.map((one) => `${one.reportedOn} ${wordOf(one.authority)}`).join('；') || '—',
          },
          { key: 'words', label: '情况说明', children: orDash(data.circumstances) },
        ]}
      />
      {may && <Acts breach={data} />}
      <People breach={data} />
    </div>
  );
}
