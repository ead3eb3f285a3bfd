import { Card, Descriptions, Empty, Space, Tabs, Tag, type TabsProps } from 'antd';
import { useParams, useSearchParams } from 'react-router';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { thisYear } from '../../parts/clock.js';
import { Figure } from '../../parts/figure.js';
import { HoursEntries, TeamYearActivities, TeamYearMembers } from '../../parts/figure-entries.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText, orDash } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';
import { Groups } from './groups.js';
import { Leaders } from './leaders.js';
import { Meetings } from './meetings.js';
import { Members } from './members.js';
import type { OfTeamYear } from './of-team.js';
import { Plan } from './plan.js';
import { RecordBook } from './record-book.js';
import { Register } from './register.js';
import { TeamActs } from './team-acts.js';
import { TenHaves } from './ten-haves.js';

type TeamYear = AnswerOf<'/api/teams/{teamId}/years/{year}'>;

const useTeamYear = ({ teamId, year }: OfTeamYear) =>
  api.useQuery('get', '/api/teams/{teamId}/years/{year}', { params: { path: { teamId, year } } });

/** What the team is now and what the chosen year holds; every figure opens what makes it up. */
function Overview({ now, ofYear }: { readonly now: TeamYear; readonly ofYear: TeamYear }) {
  const { teamId, year, activities, targetActivities, members, serviceMinutes } = ofYear;
  const of = { teamId, year };
  return (
    <Descriptions
      column={{ xs: 1, md: 3 }}
      items={[
        { key: 'owner', label: '所属党组织', children: <OrganizationName organizationId={now.organizationId} /> },
        { key: 'on', label: '组建日期', children: orDash(now.establishedOn) },
        { key: 'ordinal', label: '队序', children: now.ordinal },
        {
          key: 'activities',
          label: `${year} 年活动`,
          children: (
            <>
              <Figure shown={`${activities} 次`} title={`${year} 年活动`}>
                <TeamYearActivities {...of} />
              </Figure>
              {targetActivities !== null && `，要求 ${targetActivities} 次`}
            </>
          ),
        },
        {
          key: 'members',
          label: '参加人数',
          children: (
            <Figure shown={members} title={`${year} 年参加人员`}>
              <TeamYearMembers {...of} />
            </Figure>
          ),
        },
        {
          key: 'minutes',
          label: '时长',
          children: (
            <Figure shown={minutesText(serviceMinutes)} title={`${year} 年时长记录`}>
              <HoursEntries year={year} slice={{ teamId }} />
            </Figure>
          ),
        },
      ]}
    />
  );
}

function tabsOf({ teamId, organizationId, endedOn }: TeamYear, year: number): TabsProps['items'] {
  const of = { teamId, year };
  const isOpen = endedOn === null;
  return [
    { key: 'plan', label: '年度活动计划', children: <Plan {...of} isOpen={isOpen} /> },
    {
      key: 'activities',
      label: '活动',
      children: (
        <TeamYearActivities {...of} pageSize={50} empty={<Empty description={`${year} 年还没有计入时长的活动`} />} />
      ),
    },
    { key: 'record-book', label: '活动记录册', children: <RecordBook {...of} /> },
    { key: 'members', label: '队员', children: <Members teamId={teamId} isOpen={isOpen} /> },
    { key: 'leaders', label: '队长', children: <Leaders {...{ teamId, organizationId, isOpen }} /> },
    { key: 'groups', label: '服务小组', children: <Groups {...{ teamId, isOpen }} /> },
    { key: 'meetings', label: '工作例会', children: <Meetings {...of} isOpen={isOpen} /> },
    { key: 'ten-haves', label: '十有', children: <TenHaves {...of} isOpen={isOpen} /> },
    { key: 'register', label: '登记表', children: <Register {...{ teamId, organizationId, isOpen }} /> },
  ];
}

/** One team: what it is, its year, its people, and what can be done with it. */
export default function Team() {
  const { teamId = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const year = Number(params.get('year') ?? thisYear());
  const change = (changes: Readonly<Record<string, string>>): void =>
    setParams((before) => ({ ...Object.fromEntries(before), ...changes }));
  const now = useTeamYear({ teamId, year: thisYear() });
  const ofYear = useTeamYear({ teamId, year });
  const error = now.error ?? ofYear.error;
  if (error) return <ProblemAlert error={error} />;
  const team = now.data;
  return (
    <div className="stack">
      <Card
        size="small"
        loading={!team}
        title={
          <Space wrap>
            <strong>{team?.name}</strong>
            {team?.endedOn && <Tag>{`${team.endedOn} 起已撤销或合并`}</Tag>}
          </Space>
        }
        extra={<YearSelect year={year} isWithNext onChoose={(chosen) => change({ year: chosen })} />}
      >
        {team && <Overview now={team} ofYear={ofYear.data ?? team} />}
        {team && team.endedOn === null && <TeamActs {...team} />}
      </Card>
      <Card size="small">
        {team && (
          <Tabs
            // A tab asks when it is looked at, not before.
            destroyOnHidden
            activeKey={params.get('tab') ?? 'plan'}
            onChange={(tab) => change({ tab })}
            items={tabsOf(team, year)}
          />
        )}
      </Card>
    </div>
  );
}
