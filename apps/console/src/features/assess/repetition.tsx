import { Alert, Button, Table } from 'antd';
import { useState } from 'react';
import { entryFieldLabels } from '#libs/forms/field-labels.zh';
import { valueWords } from '#libs/forms/history-words.zh';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { ProblemAlert } from '../../parts/problem-alert.js';

type Found = AnswerOf<'/api/reviews/volunteers/{volunteerId}/{year}/repetition'>;

type Half = 1 | 2;
/** Which stored review is worked out once more. */
export type Again =
  | { readonly kind: 'roster'; readonly organizationId: string; readonly year: number; readonly half: number }
  | {
      readonly kind: 'analysis';
      readonly organizationId: string;
      readonly year: number;
      readonly period: 'FIRST_HALF' | 'YEAR';
    }
  | { readonly kind: 'organization'; readonly organizationId: string; readonly year: number }
  | { readonly kind: 'volunteer'; readonly volunteerId: string; readonly year: number }
  | { readonly kind: 'team'; readonly teamId: string; readonly year: number };

/** Asks only when somebody wants to know: the whole log up to the position is folded again. */
function useRepetition(asked: Again, enabled: boolean) {
  const { year } = asked;
  const options = (kind: Again['kind']) => ({ enabled: enabled && asked.kind === kind, staleTime: Infinity });
  const unit = 'organizationId' in asked ? asked.organizationId : '';
  const ofUnit = { organizationId: unit, year };
  const half = (asked.kind === 'roster' ? asked.half : 1) as Half;
  const period = asked.kind === 'analysis' ? asked.period : 'YEAR';
  const volunteerId = asked.kind === 'volunteer' ? asked.volunteerId : '';
  const teamId = asked.kind === 'team' ? asked.teamId : '';
  const answers = {
    roster: api.useQuery(
      'get',
      '/api/organizations/{organizationId}/roster-reviews/{year}/repetition',
      { params: { path: ofUnit, query: { half } } },
      options('roster'),
    ),
    analysis: api.useQuery(
      'get',
      '/api/organizations/{organizationId}/participation/{year}/repetition',
      { params: { path: ofUnit, query: { period } } },
      options('analysis'),
    ),
    organization: api.useQuery(
      'get',
      '/api/organizations/{organizationId}/annual-reviews/{year}/repetition',
      { params: { path: ofUnit } },
      options('organization'),
    ),
    volunteer: api.useQuery(
      'get',
      '/api/reviews/volunteers/{volunteerId}/{year}/repetition',
      { params: { path: { volunteerId, year } } },
      options('volunteer'),
    ),
    team: api.useQuery(
      'get',
      '/api/reviews/teams/{teamId}/{year}/repetition',
      { params: { path: { teamId, year } } },
      options('team'),
    ),
  };
  return answers[asked.kind];
}

const figureText = (name: string, figure: string | number | undefined): string =>
  figure === undefined ? '—' : valueWords(name, figure);

function Compared({ found }: { readonly found: Found }) {
  const names = [...new Set([...Object.keys(found.stored), ...Object.keys(found.repeated)])];
  return (
    <>
      <Alert
        type={found.isEqual ? 'success' : 'error'}
        showIcon
        title={
          found.isEqual
            ? `按台账位置 ${found.position}、规则包 ${found.pack} 第 ${found.packVersion} 版重算：完全一致`
            : `按台账位置 ${found.position} 重算：与所存不一致，请查台账`
        }
      />
      <Table
        size="small"
        pagination={false}
        rowKey="name"
        dataSource={names.map((name) => ({ name, stored: found.stored[name], repeated: found.repeated[name] }))}
        columns={[
          { title: '数字', dataIndex: 'name', render: (name: string) => entryFieldLabels[name] ?? name },
          { title: '所存', className: 'number', render: (_none, row) => figureText(row.name, row.stored) },
          { title: '重算', className: 'number', render: (_none, row) => figureText(row.name, row.repeated) },
        ]}
      />
    </>
  );
}

/** For whoever doubts the figures: worked out of the log once more, beside what was stored. */
export function Repetition({ asked }: { readonly asked: Again }) {
  const [isAsked, setAsked] = useState(false);
  const { data, error, isFetching } = useRepetition(asked, isAsked);
  if (error) return <ProblemAlert error={error} />;
  if (data) return <Compared found={data} />;
  return (
    <Button loading={isFetching} onClick={() => setAsked(true)}>
      从台账重算一遍
    </Button>
  );
}
