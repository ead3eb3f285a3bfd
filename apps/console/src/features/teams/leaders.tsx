import { Alert, Empty, Form, Select, Switch, Table, type TableProps } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMay } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { PersonLink } from '../../parts/person-link.js';
import { unnamed } from '../../parts/words.js';
import { DayItem, dayOf } from '../../parts/items.js';

type Term = RowOf<'/api/teams/{teamId}/leader-terms'>;

interface OfTeam {
  readonly teamId: string;
  /** The organization that owns the team now. */
  readonly organizationId: string;
}

interface Appointing {
  readonly volunteerId: string;
  readonly appointedOn: Dayjs;
  readonly replacing?: boolean;
}

/** Only those who hold a leadership post of the owning organization can be chosen; the API looks again. */
function Appoint({ teamId, organizationId, leader }: OfTeam & { readonly leader: Term | undefined }) {
  const { data } = api.useQuery('get', '/api/organizations/{organizationId}/leadership-posts', {
    params: { path: { organizationId }, query: { pageSize: 200 } },
  });
  const options = (data?.items ?? [])
    .filter(({ endedOn }) => endedOn === null)
    .map(({ volunteerId, volunteerName, postName }) => ({
      value: volunteerId,
      label: `${volunteerName ?? unnamed} ${postName}`,
    }));
  return (
    <CommandButton<'/api/teams/{teamId}/leaders', Appointing>
      type="primary"
      title="任命队长"
      path="/api/teams/{teamId}/leaders"
      initial={{ appointedOn: dayjs(today()), ...(leader ? { replacing: true } : {}) }}
      given={({ volunteerId, appointedOn, replacing }) => ({
        path: { teamId },
        body: { volunteerId, appointedOn: dayOf(appointedOn), ...(replacing ? { replacing } : {}) },
      })}
    >
      <Form.Item
        name="volunteerId"
        label="队长"
        extra="只列出所属党组织现任的领导班子成员。没有的，请先在“党组织”中登记其领导班子职务。"
        rules={[{ required: true, message: '请选取队长' }]}
      >
        <Select
          options={options}
          showSearch={{ optionFilterProp: 'label' }}
          notFoundContent="该党组织还没有登记领导班子成员"
        />
      </Form.Item>
      <DayItem name="appointedOn" label="任队长日期" />
      {leader && (
        <Form.Item
          name="replacing"
          label={`接替现任队长 ${leader.name ?? unnamed}（同日卸任）`}
          valuePropName="checked"
        >
          <Switch />
        </Form.Item>
      )}
    </CommandButton>
  );
}

const StandDown = ({ teamId, term }: { readonly teamId: string; readonly term: Term }) => (
  <CommandButton<'/api/teams/{teamId}/leaders/{volunteerId}/end', { readonly stoodDownOn: Dayjs }>
    title={`队长卸任：${term.name ?? unnamed}`}
    label="登记卸任"
    okText="卸任"
    path="/api/teams/{teamId}/leaders/{volunteerId}/end"
    initial={{ stoodDownOn: dayjs(today()) }}
    given={({ stoodDownOn }) => ({
      path: { teamId, volunteerId: term.volunteerId },
      body: { stoodDownOn: dayOf(stoodDownOn) },
    })}
  >
    <p>自卸任日期起本队没有队长，空缺的天数会列在下一任之前。有接替人的，请直接“任命队长”并选接替。</p>
    <DayItem name="stoodDownOn" label="卸任日期" />
  </CommandButton>
);

const facts: TableProps<Term>['columns'] = [
  { title: '队长', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
  { title: '任队长', dataIndex: 'appointedOn' },
  { title: '卸任', render: (_none, { stoodDownOn }) => stoodDownOn ?? '现任' },
  { title: '此前空缺（天）', dataIndex: 'gapDays', className: 'number' },
];

/** Who led the team when, and how long nobody did. */
export function Leaders({ teamId, organizationId, isOpen }: OfTeam & { readonly isOpen: boolean }) {
  const mayAppoint = useMay('AppointTeamLeader') && isOpen;
  const mayEnd = useMay('StandDownTeamLeader') && isOpen;
  const { data } = api.useQuery('get', '/api/teams/{teamId}/leader-terms', {
    params: { path: { teamId }, query: { pageSize: 200 } },
  });
  const terms = data?.items ?? [];
  const leader = terms.find(({ stoodDownOn }) => stoodDownOn === null);
  const acts: TableProps<Term>['columns'] = mayEnd
    ? [
        {
          title: '办理',
          render: (_none, term) => term.stoodDownOn === null && <StandDown teamId={teamId} term={term} />,
        },
      ]
    : [];
  return (
    <>
      <div className="toolbar">
        {data && !leader && isOpen && <Alert type="warning" showIcon title="本队现在没有队长" />}
        <div className="toolbar-right">{mayAppoint && <Appoint {...{ teamId, organizationId, leader }} />}</div>
      </div>
      <Table<Term>
        size="small"
        rowKey={(row) => `${row.volunteerId} ${row.appointedOn}`}
        dataSource={[...terms]}
        pagination={false}
        locale={{ emptyText: <Empty description="还没有任命过队长" /> }}
        columns={[...(facts ?? []), ...acts]}
      />
    </>
  );
}
