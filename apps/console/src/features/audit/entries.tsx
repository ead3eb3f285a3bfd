import { Card, Empty, Form, Input, Select, Tabs } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { PersonSelect } from '../../parts/person-select.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useTurning } from '../../parts/turning.js';
import { EntryTable } from './entry-table.js';
import { Scan, type Sieve } from './scan.js';

type Asked = { readonly position: string } | { readonly eventId: string } | { readonly subjectId: string };

/** What was typed is a position, a stream or an id; the auditor need not say which. */
function askedOf(text: string): Asked | { readonly stream: string } | undefined {
  const given = text.trim().toLowerCase();
  if (/^\d{1,20}(?:[/:-]\d{1,20})?$/.test(given)) return { position: given };
  if (/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(given)) return { eventId: given };
  return /^[a-z]+-[a-z0-9-]+$/.test(given) ? { stream: given } : undefined;
}

function Found({ asked, onScan }: { readonly asked: Asked; readonly onScan: (sieve: Sieve) => void }) {
  const turning = useTurning();
  const { data, error, isFetching } = api.useQuery('get', '/api/audit/entries', {
    params: { query: { ...turning.asked, ...asked } },
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <EntryTable
      entries={data?.items ?? []}
      isLoading={isFetching}
      follow={{ by: (by, byName) => onScan({ by, byName }), batch: (batch) => onScan({ batch }) }}
      pagination={{
        current: turning.asked.page,
        pageSize: turning.asked.pageSize,
        total: data?.total ?? 0,
        showTotal: (total) => `共 ${total} 条`,
        onChange: turning.turnTo,
      }}
      empty={<Empty description="没有找到，或不在您审计的范围内；请核对编号，或在下面按类型、日期往前查" />}
    />
  );
}

function Teams({ onChoose }: { readonly onChoose: (teamId: string) => void }) {
  const { data } = api.useQuery('get', '/api/years/{year}/teams', {
    params: { path: { year: thisYear() }, query: { pageSize: 200 } },
  });
  return (
    <Select
      aria-label="服务队"
      placeholder="选取服务队"
      style={{ minWidth: 220 }}
      showSearch={{ optionFilterProp: 'label' }}
      onChange={onChoose}
      options={(data?.items ?? []).map(({ teamId, name }) => ({ value: teamId, label: name }))}
    />
  );
}

/** An auditor begins with a question: this entry, this person, this team, this operator, this day, this batch. */
export default function Entries() {
  const [asked, setAsked] = useState<Asked | undefined>();
  const [fault, setFault] = useState('');
  const [sieve, setSieve] = useState<Sieve>({});
  const go = useNavigate();
  const search = (text: string): void => {
    const found = askedOf(text);
    setFault(found || text.trim() === '' ? '' : '请填台账位置（数字）、记录编号或流的名称');
    if (found && 'stream' in found) void go(`/audit/streams/${found.stream}`);
    else setAsked(found);
  };
  const scan = (next: Sieve): void => {
    setAsked(undefined);
    setSieve(next);
  };
  return (
    <div className="stack">
      <Card size="small">
        <Form layout="inline">
          <Form.Item label="一条记录" validateStatus={fault ? 'error' : ''} help={fault}>
            <Input.Search
              aria-label="台账位置、记录编号或流的名称"
              placeholder="台账位置、记录编号或流的名称"
              style={{ width: 360 }}
              onSearch={search}
              allowClear
            />
          </Form.Item>
          <Form.Item label="一个人">
            <PersonSelect label="志愿者" onChange={(subjectId) => setAsked({ subjectId })} />
          </Form.Item>
          <Form.Item label="一支队">
            <Teams onChoose={(subjectId) => setAsked({ subjectId })} />
          </Form.Item>
        </Form>
      </Card>
      <Card size="small">
        <Tabs
          activeKey={asked ? 'found' : 'scan'}
          onChange={(key) => key === 'scan' && setAsked(undefined)}
          items={[
            ...(asked
              ? [
                  {
                    key: 'found',
                    label: '查到的记录',
                    children: <Found key={JSON.stringify(asked)} asked={asked} onScan={scan} />,
                  },
                ]
              : []),
            { key: 'scan', label: '从最新的往前查', children: <Scan sieve={sieve} onSieve={setSieve} /> },
          ]}
        />
      </Card>
    </div>
  );
}
