import { Card, DatePicker, Form, Segmented } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { api } from '../../api/client.js';
import { useMe } from '../../frame/session.js';
import { thisYear, today } from '../../parts/clock.js';
import { OrganizationSelect } from '../../parts/organization-tree.js';
import { PersonSelect } from '../../parts/person-select.js';
import { YearSelect } from '../../parts/year-select.js';
import { ActivitiesPaper } from './activities-paper.js';
import { CertificatePaper } from './certificate-paper.js';
import { Framed } from './framed.js';
import { HoursPaper } from './hours-paper.js';
import { RosterPaper } from './roster-paper.js';

type Asked = 'organization' | 'day' | 'year' | 'person';
interface Paper {
  readonly name: string;
  readonly asks: readonly Asked[];
}

const papers = {
  'annex-2': { name: '附件2 花名册', asks: ['organization', 'day'] },
  'annex-3': { name: '附件3 登记表', asks: ['organization', 'day'] },
  'annex-4': { name: '附件4 汇总表', asks: ['organization', 'day'] },
  roster: { name: '在册名册', asks: ['organization', 'day'] },
  activities: { name: '活动登记簿', asks: ['organization', 'year'] },
  hours: { name: '时长清单', asks: ['person', 'year'] },
  certificate: { name: '服务证明', asks: ['person'] },
} as const satisfies Readonly<Record<string, Paper>>;
type Name = keyof typeof papers;

interface Chosen {
  readonly name: Name;
  readonly organizationId: string | undefined;
  readonly on: string;
  readonly year: number;
  readonly volunteerId: string | undefined;
}

function Preview({ name, organizationId, on, year, volunteerId }: Chosen) {
  const { data } = api.useQuery(
    'get',
    '/api/organizations/{organizationId}',
    { params: { path: { organizationId: organizationId ?? '' } } },
    { enabled: organizationId !== undefined },
  );
  const of = { organizationId, organizationName: data?.name ?? '' };
  if (name === 'roster') return <RosterPaper {...of} on={on} />;
  if (name === 'activities') return <ActivitiesPaper {...of} year={year} />;
  if (name === 'hours') return <HoursPaper volunteerId={volunteerId} year={year} />;
  if (name === 'certificate') return <CertificatePaper volunteerId={volunteerId} />;
  if (organizationId === undefined) return null;
  const address = `/api/organizations/${organizationId}/${name}?formDate=${on}&format=html`;
  return <Framed title={papers[name].name} address={address} />;
}

/** Everything that is printed, as A4 before it is printed. */
export default function Print() {
  const me = useMe();
  const first = me.grants.find(({ organizationId }) => organizationId !== undefined)?.organizationId;
  const [name, setName] = useState<Name>('annex-3');
  const [organizationId, setOrganization] = useState(first);
  const [on, setOn] = useState<Dayjs>(dayjs(today()));
  const [year, setYear] = useState(thisYear());
  const [volunteerId, setPerson] = useState<string | undefined>();
  const asks: readonly Asked[] = papers[name].asks;
  return (
    <div className="stack">
      <Card size="small" className="no-print">
        <Form layout="inline" style={{ rowGap: 12 }}>
          <Form.Item label="表格">
            <Segmented<Name>
              value={name}
              onChange={setName}
              options={(Object.keys(papers) as Name[]).map((value) => ({ value, label: papers[value].name }))}
            />
          </Form.Item>
          {asks.includes('organization') && (
            <Form.Item label="党组织" htmlFor="print-organization" style={{ minWidth: 320 }}>
              <OrganizationSelect
                id="print-organization"
                {...(organizationId ? { value: organizationId } : {})}
                onChange={setOrganization}
              />
            </Form.Item>
          )}
          {asks.includes('person') && (
            <Form.Item label="志愿者" htmlFor="print-person">
              <PersonSelect id="print-person" {...(volunteerId ? { value: volunteerId } : {})} onChange={setPerson} />
            </Form.Item>
          )}
          {asks.includes('day') && (
            <Form.Item label="表内日期" htmlFor="print-day">
              <DatePicker id="print-day" value={on} allowClear={false} onChange={(day) => day && setOn(day)} />
            </Form.Item>
          )}
          {asks.includes('year') && (
            <Form.Item label="年度">
              <YearSelect year={year} onChoose={(chosen) => setYear(Number(chosen))} />
            </Form.Item>
          )}
        </Form>
      </Card>
      <Preview {...{ name, organizationId, on: on.format('YYYY-MM-DD'), year, volunteerId }} />
    </div>
  );
}
