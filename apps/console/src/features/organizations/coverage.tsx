import { Descriptions, Empty, Space, Tag } from 'antd';
import { Link } from 'react-router';
import { participantKind } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { Figure } from '../../parts/figure.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { useTurning } from '../../parts/turning.js';
import { codeName, percentText } from '../../parts/words.js';
import type { Shown } from './shown.js';

type Row = RowOf<'/api/coverage'>;
/** The advice on the number of teams is told by itself. */
type Line = Omit<Row, 'teamCount'>;
type Of = Pick<Shown, 'on'> & { readonly organizationId: string };

function Volunteers({ organizationId, on, figure }: Of & { readonly figure: 'volunteers' | 'fullMemberVolunteers' }) {
  const turning = useTurning();
  const query = { ...turning.asked, figure, ...(on ? { on } : {}) };
  const answer = api.useQuery('get', '/api/coverage/{organizationId}/volunteers', {
    params: { path: { organizationId }, query },
  });
  return (
    <List<RowOf<'/api/coverage/{organizationId}/volunteers'>>
      rowKey="volunteerId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '编号', dataIndex: 'volunteerNumber' },
        { title: '姓名', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name={row.name} /> },
        { title: '人员类别', render: (_none, row) => codeName(participantKind, row.participantKind) },
      ]}
    />
  );
}

function Teams({ organizationId, on }: Of) {
  const turning = useTurning();
  const answer = api.useQuery('get', '/api/coverage/{organizationId}/teams', {
    params: { path: { organizationId }, query: { ...turning.asked, ...(on ? { on } : {}) } },
  });
  return (
    <List<RowOf<'/api/coverage/{organizationId}/teams'>>
      rowKey="teamId"
      size="small"
      answer={answer}
      turning={turning}
      columns={[
        { title: '序号', dataIndex: 'ordinal', className: 'number' },
        { title: '服务队', render: (_none, { teamId, name }) => <Link to={`/teams/${teamId}`}>{name}</Link> },
        { title: '组建日期', dataIndex: 'establishedOn' },
      ]}
    />
  );
}

/** Why there is no ratio to be told. */
const withoutRatio = ({ pack, memberCount }: Line): string =>
  memberCount === null
    ? '还没有填报党员人数，算不出占比；请在“名称与人数”填报'
    : pack === null
      ? '还没有采用规则包，没有可比的要求'
      : '现行规则包没有规定占比';

const Met = ({ met }: { readonly met: boolean | null }) =>
  met === null ? null : met ? <Tag color="green">已达到</Tag> : <Tag color="red">未达到</Tag>;

function Ratio({ line }: { readonly line: Line }) {
  const { ratio } = line;
  if (ratio === null) return <>{withoutRatio(line)}</>;
  const { percentMin, needed, met, clause, quote } = ratio;
  return (
    <>
      <strong>{percentText(ratio.basisPoints)}</strong> <Met met={met} />
      要求不低于 {percentMin}%{needed === null ? '（没有正式党员，不作要求）' : `，至少 ${needed} 人`}
      <div className="quiet">
        {clause}：{quote}
      </div>
    </>
  );
}

const adviceNames: Readonly<Record<NonNullable<Row['teamCount']>['adviceKey'], string>> = {
  not_applicable: '不适用',
  within: '在建议范围内',
  below: '少于建议',
  above: '多于建议',
};

interface Advice {
  readonly adviceKey: keyof typeof adviceNames;
  readonly clause: string;
  readonly expected?: { readonly min: number; readonly max: number } | null;
}

interface TeamAdviceProps {
  readonly line: Line;
  readonly advice: Advice | null;
}

const rangeText = ({ min, max }: { readonly min: number; readonly max: number }): string =>
  min === max ? `${min}` : `${min}—${max}`;

function TeamAdvice({ line: { teamDuty, teams }, advice }: TeamAdviceProps) {
  const duty = teamDuty?.mustHaveTeam ? (teams > 0 ? '应当组队，已组队' : '应当组队，还没有组队') : '';
  const number = advice?.expected
    ? `按党员人数建议 ${rangeText(advice.expected)} 支，${adviceNames[advice.adviceKey]}（${advice.clause}，仅供参考）`
    : '';
  return <>{[duty, number].filter(Boolean).join('；')}</>;
}

/** Where the organization stands against its share of volunteers and its number of teams; every figure opens who makes it up. */
export function Coverage({ organization: { organizationId, name }, on }: Shown) {
  const { data, error } = api.useQuery('get', '/api/coverage', {
    params: { query: { organizationId, ...(on ? { on } : {}) } },
  });
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  const [line] = data.items;
  if (!line) return <Empty description="机关处室和已经合并、拆分的党组织不计组队和占比" />;
  const of = { organizationId, on };
  return (
    <Descriptions
      bordered
      size="small"
      column={1}
      items={[
        { key: 'ratio', label: '志愿者占正式党员', children: <Ratio line={line} /> },
        {
          key: 'volunteers',
          label: '在册志愿者（党员）',
          children: (
            <Figure shown={line.volunteers} title={`${name} 在册志愿者`}>
              <Volunteers {...of} figure="volunteers" />
            </Figure>
          ),
        },
        {
          key: 'full',
          label: '其中正式党员',
          children: (
            <Space>
              <Figure shown={line.fullMemberVolunteers} title={`${name} 在册志愿者中的正式党员`}>
                <Volunteers {...of} figure="fullMemberVolunteers" />
              </Figure>
              {line.ratio && `只算正式党员占 ${percentText(line.ratio.basisPointsByFullMembersAlone)}`}
            </Space>
          ),
        },
        {
          key: 'all',
          label: '占全部党员（含预备）',
          children: percentText(line.ratio?.basisPointsOfAllMembers),
        },
        {
          key: 'teams',
          label: '服务队',
          children: (
            <Space>
              <Figure shown={line.teams} title={`${name} 服务队`}>
                <Teams {...of} />
              </Figure>
              <TeamAdvice line={line} advice={line.teamCount} />
            </Space>
          ),
        },
      ]}
    />
  );
}
