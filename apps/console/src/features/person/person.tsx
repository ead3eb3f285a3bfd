import { Card, Descriptions, Space, Tabs, Grid } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { ethnicity } from '#libs/reference/ethnicity';
import { participantKind } from '#libs/reference/ledger-codes';
import { education, politicalStatus, sex } from '#libs/reference/personal-codes';
import { serviceInterest } from '#libs/reference/service-codes';
import { api } from '../../api/client.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { wordsOf } from '../../parts/ledger-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, orDash } from '../../parts/words.js';
import { BreachNotice } from './breach-notice.js';
import { Certificates } from './certificates.js';
import { Disputes } from './disputes.js';
import { Hours } from './hours.js';
import { LookedAt } from './looked-at.js';
import { Mentions } from './mentions.js';
import { PersonActs } from './person-acts.js';
import { Stars } from './stars.js';
import { Timeline } from './timeline.js';

function Overview({ volunteerId, on }: { readonly volunteerId: string; readonly on: string | undefined }) {
  const { data, error } = api.useQuery('get', '/api/volunteers/{volunteerId}', {
    params: { path: { volunteerId }, query: on ? { on } : {} },
  });
  if (error) return <ProblemAlert error={error} />;
  return (
    <Descriptions
      size="small"
      bordered
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'unit', label: '党组织', children: orDash(data?.organizationName) },
        { key: 'team', label: '主队', children: orDash(data?.primaryTeamName) },
        { key: 'sex', label: '性别', children: codeName(sex, data?.sex) },
        { key: 'birth', label: '出生年月', children: orDash(data?.birthDate) },
        { key: 'ethnicity', label: '民族', children: codeName(ethnicity, data?.ethnicity) },
        { key: 'education', label: '学历', children: codeName(education, data?.education) },
        { key: 'political', label: '政治面貌', children: codeName(politicalStatus, data?.politicalStatus) },
        { key: 'joined', label: '入党时间', children: orDash(data?.joinedPartyOn) },
        { key: 'kind', label: '人员类别', children: codeName(participantKind, data?.participantKind) },
        { key: 'work', label: '所在单位', children: orDash(data?.workUnit) },
        { key: 'enrolled', label: '造册日期', children: orDash(data?.enrolledOn) },
        {
          key: 'interests',
          label: '服务志愿',
          children: (data?.serviceInterests ?? []).map((code) => codeName(serviceInterest, code)).join('、') || '—',
        },
        { key: 'skills', label: '特长', children: orDash(data?.skills) },
        { key: 'consents', label: '同意事项', children: data ? wordsOf(data.consents) || '—' : '—' },
      ]}
    />
  );
}

/** One person: life, hours like a bank's account, stars, certificates; the same events read three ways. */
export default function Person() {
  const { volunteerId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const on = params.get('on') ?? undefined;
  const me = useMe();
  const isWide = Grid.useBreakpoint().md !== false;
  const { data, error, isPending } = api.useQuery('get', '/api/volunteers/{volunteerId}', {
    params: { path: { volunteerId } },
  });
  const mayDecideOnData = mayGiveForOthers(me, 'ApprovePrivacyRequest');
  if (error) return <ProblemAlert error={error} />;
  const isOwn = me.volunteerId === volunteerId;
  return (
    <div className="stack">
      {isOwn && <BreachNotice volunteerId={volunteerId} />}
      <Card
        size="small"
        loading={isPending}
        title={
          <Space wrap>
            <strong>{data?.name}</strong>
            <span style={{ color: '#595959' }}>{data?.volunteerNumber ?? '尚未编号'}</span>
            <StateTag state={data?.status ?? null} />
          </Space>
        }
      >
        {data && <PersonActs person={data} isOwn={isOwn} />}
      </Card>
      <Card size="small">
        <Tabs
          // So narrow that all of a volunteer's own stand side by side on a phone.
          {...(isWide ? {} : { tabBarGutter: 8 })}
          activeKey={params.get('tab') ?? 'overview'}
          onChange={(tab) => setParams((before) => ({ ...Object.fromEntries(before), tab }))}
          items={[
            { key: 'overview', label: '登记事项', children: <Overview volunteerId={volunteerId} on={on} /> },
            { key: 'hours', label: '时长账户', children: <Hours volunteerId={volunteerId} isOwn={isOwn} /> },
            { key: 'life', label: '履历', children: <Timeline volunteerId={volunteerId} /> },
            { key: 'stars', label: '星级', children: <Stars volunteerId={volunteerId} /> },
            { key: 'disputes', label: '异议', children: <Disputes volunteerId={volunteerId} /> },
            { key: 'certificates', label: '证明', children: <Certificates volunteerId={volunteerId} /> },
            {
              key: 'looked-at',
              label: '查阅记录',
              children: <LookedAt volunteerId={volunteerId} isOwn={isOwn} />,
            },
            ...(mayDecideOnData && !isOwn
              ? [{ key: 'mentions', label: '提到此人的文字', children: <Mentions volunteerId={volunteerId} /> }]
              : []),
          ]}
        />
      </Card>
    </div>
  );
}
