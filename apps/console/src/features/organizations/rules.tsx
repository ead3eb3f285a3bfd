import { Alert, Card, Form, Select, Space, Table, Tag } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { today } from '../../parts/clock.js';
import { CommandButton } from '../../parts/command-form.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { DayItem, dayOf } from '../../parts/items.js';
import type { Shown } from './shown.js';

type Pack = RowOf<'/api/organizations/{organizationId}/policy-packs'>;

const keyOf = ({ id, version }: Pick<Pack, 'id' | 'version'>): string => `${id} ${version}`;
const packText = ({ title, id, version }: Pack): string => `${title}　${id} 第 ${version} 版`;

interface Adopting {
  readonly chosen: string;
  readonly effectiveOn: Dayjs;
}

interface AdoptProps {
  readonly organizationId: string;
  readonly packs: readonly Pack[];
}

function Adopt({ organizationId, packs }: AdoptProps) {
  return (
    <CommandButton<'/api/organizations/{organizationId}/policy-packs', Adopting>
      isDangerous
      title="采用规则包"
      okText="采用"
      path="/api/organizations/{organizationId}/policy-packs"
      initial={{ effectiveOn: dayjs(today()) }}
      given={({ chosen, effectiveOn }) => {
        const [pack = '', version] = chosen.split(' ');
        return {
          path: { organizationId },
          body: { pack, packVersion: Number(version), effectiveOn: dayOf(effectiveOn) },
        };
      }}
    >
      <Alert
        type="warning"
        showIcon
        title="自施行日期起，本级和没有另外采用规则包的下级都按它计算时长、活动、占比的要求；已经施行的不能改，以前的数字仍按当日的规则。"
      />
      <Form.Item name="chosen" label="规则包" rules={[{ required: true, message: '请选取规则包' }]}>
        <Select
          options={packs.map((pack) => ({
            value: keyOf(pack),
            label: `${packText(pack)}（${pack.effectiveFrom} 起可采用）`,
          }))}
        />
      </Form.Item>
      <DayItem name="effectiveOn" label="施行日期" />
    </CommandButton>
  );
}

type Held = RowOf<'/api/required-days/{organizationId}'>;

interface RequiredDaysProps {
  readonly organizationId: string;
  readonly year: number;
  readonly pack: Pack;
}

/** The days on which each unit serves, and what this one held around them this year. */
function RequiredDays({ organizationId, year, pack }: RequiredDaysProps) {
  const { data, error } = api.useQuery(
    'get',
    '/api/required-days/{organizationId}',
    { params: { path: { organizationId }, query: { year, pageSize: 200 } } },
    { enabled: pack.requiredDays.length > 0 },
  );
  const around = pack.requiredDayWindowDays;
  const heldOf = (day: string): Held[] => (data?.items ?? []).filter((one) => one.day === day);
  return (
    <Card size="small" title={`${year} 年的规定日`}>
      <ProblemAlert error={error} />
      <Table
        size="small"
        rowKey="monthDay"
        pagination={false}
        dataSource={[...pack.requiredDays]}
        locale={{ emptyText: '现行规则包没有规定集中服务的日子' }}
        columns={[
          { title: '规定日', render: (_none, { monthDay, name }) => `${year}-${monthDay} ${name}` },
          {
            title: '计入的日期',
            render: (_none, { monthDay }) => {
              const day = dayjs(`${year}-${monthDay}`);
              return `${dayOf(day.subtract(around, 'day'))}—${dayOf(day.add(around, 'day'))}`;
            },
          },
          { title: '依据', dataIndex: 'clause' },
          {
            title: '本级开展的活动',
            render: (_none, { monthDay }) => {
              const held = heldOf(`${year}-${monthDay}`);
              return held.length === 0
                ? '还没有'
                : held.map(({ sessionId, activityId, title, heldOn }) => (
                    <div key={sessionId}>
                      {heldOn} <Link to={`/activities/${activityId}`}>{title}</Link>
                    </div>
                  ));
            },
          },
        ]}
      />
    </Card>
  );
}

/** Which rules hold here, by whose adoption, and the days of concentrated service they ask for. */
export function Rules({ organization: { organizationId, packs, pack: own }, on, isCurrent }: Shown) {
  const me = useMe();
  const { data, error } = api.useQuery('get', '/api/organizations/{organizationId}/policy-packs', {
    params: { path: { organizationId }, query: on ? { on } : {} },
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  const inForce = data.items.find(({ isInForce }) => isInForce);
  const day = on ?? today();
  return (
    <div className="stack">
      <Alert
        type={inForce ? 'info' : 'warning'}
        showIcon
        title={inForce ? `现行规则包：${packText(inForce)}` : '没有现行的规则包：本级和上级都没有采用'}
        description={
          inForce &&
          `${inForce.issuer} ${inForce.documentNumber ?? ''}；${own ? `本级自 ${own.on} 采用` : '本级没有采用，随上级'}`
        }
        action={
          isCurrent &&
          mayGiveForOthers(me, 'AdoptPolicyPack') && <Adopt organizationId={organizationId} packs={data.items} />
        }
      />
      <Card size="small" title="本级采用过的规则包">
        <Table
          size="small"
          rowKey="on"
          pagination={false}
          dataSource={packs.toReversed()}
          locale={{ emptyText: '本级没有采用过规则包' }}
          columns={[
            {
              title: '施行日期',
              render: (_none, row) => (
                <Space>
                  {row.on}
                  {row.on > day && <Tag color="blue">还没有施行</Tag>}
                </Space>
              ),
            },
            { title: '规则包', render: (_none, row) => `${row.pack} 第 ${row.packVersion} 版` },
          ]}
        />
      </Card>
      {inForce && <RequiredDays organizationId={organizationId} year={Number(day.slice(0, 4))} pack={inForce} />}
    </div>
  );
}
