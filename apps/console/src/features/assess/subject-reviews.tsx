import { keepPreviousData } from '@tanstack/react-query';
import { Button, Empty, Progress, Segmented, Space, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { useMay } from '../../frame/session.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { minutesText } from '../../parts/words.js';
import type { BoardAsked } from './asked.js';
import { ConclusionTag } from './conclusion-tag.js';
import { conclusionNames, suggested } from './conclusions.js';
import { PrepareMany } from './prepare-many.js';
import { ReviewDetail, type SubjectReview } from './review-detail.js';

type Kind = 'volunteer' | 'team';

const reachedOf = ({ subjectKind, serviceMinutes, activities }: SubjectReview): number =>
  subjectKind === 'volunteer' ? serviceMinutes : activities;
const targetOf = ({ subjectKind, targetMinutes, targetActivities }: SubjectReview): number | null =>
  subjectKind === 'volunteer' ? targetMinutes : targetActivities;

function Against({ row }: { readonly row: SubjectReview }) {
  const [reached, target] = [reachedOf(row), targetOf(row)];
  const said = (amount: number): string => (row.subjectKind === 'volunteer' ? minutesText(amount) : `${amount}次`);
  if (target === null) return <>{said(reached)}</>;
  return (
    <Progress
      size="small"
      aria-label={`${row.name ?? ''} 完成`}
      percent={Math.min(100, Math.floor((100 * reached) / Math.max(1, target)))}
      format={() => `${said(reached)} / ${said(target)}`}
    />
  );
}

type Standing = 'ALL' | 'OPEN' | 'TARGET_NOT_MET' | 'TARGET_MET' | 'EXEMPTED';

function useReviews(kind: Kind, { year, within, page, pageSize }: BoardAsked, standing: Standing) {
  const filter = standing === 'ALL' ? {} : standing === 'OPEN' ? { unconfirmed: true } : { conclusion: standing };
  return api.useQuery(
    'get',
    '/api/reviews/years/{year}',
    {
      params: {
        path: { year },
        query: { subjectKind: kind, page, pageSize, ...filter, ...(within ? { within } : {}) },
      },
    },
    { placeholderData: keepPreviousData },
  );
}

/** How many ended how; each number filters the list to them. */
function Counts({
  kind,
  asked,
  standing,
  onChoose,
}: {
  readonly kind: Kind;
  readonly asked: BoardAsked;
  readonly standing: Standing;
  readonly onChoose: (standing: Standing) => void;
}) {
  const { year, within } = asked;
  const { data } = api.useQuery('get', '/api/reviews/years/{year}/counts', {
    params: { path: { year }, query: { subjectKind: kind, ...(within ? { within } : {}) } },
  });
  const of = (code: string | null): number =>
    Number(data?.items.find(({ conclusion }) => conclusion === code)?.reviews ?? 0);
  const all = (data?.items ?? []).reduce((sum, { reviews }) => sum + Number(reviews), 0);
  return (
    <Segmented<Standing>
      aria-label="结论"
      value={standing}
      onChange={onChoose}
      options={[
        { value: 'ALL', label: `全部 ${all}` },
        { value: 'OPEN', label: `待确认 ${of(null)}` },
        { value: 'TARGET_NOT_MET', label: `${conclusionNames.TARGET_NOT_MET} ${of('TARGET_NOT_MET')}` },
        { value: 'TARGET_MET', label: `${conclusionNames.TARGET_MET} ${of('TARGET_MET')}` },
        ...(kind === 'volunteer'
          ? [{ value: 'EXEMPTED' as const, label: `${conclusionNames.EXEMPTED} ${of('EXEMPTED')}` }]
          : []),
      ]}
    />
  );
}

/** The board of a year: who was reviewed, against what, what is suggested, what a person concluded. */
export function SubjectReviews({ kind, asked }: { readonly kind: Kind; readonly asked: BoardAsked }) {
  const [standing, setStanding] = useState<Standing>('ALL');
  const [shown, setShown] = useState<SubjectReview | undefined>();
  const mayPrepare = useMay(kind === 'volunteer' ? 'PrepareVolunteerReview' : 'PrepareTeamReview');
  const answer = useReviews(kind, asked, standing);
  const columns: TableProps<SubjectReview>['columns'] = [
    {
      title: kind === 'volunteer' ? '姓名' : '服务队',
      render: (_none, row) =>
        kind === 'volunteer' ? (
          <PersonLink volunteerId={row.subjectId} name={row.name} />
        ) : (
          <Link to={`/teams/${row.subjectId}?year=${row.year}`}>{row.name ?? '—'}</Link>
        ),
    },
    { title: kind === 'volunteer' ? '时长' : '活动次数', width: 260, render: (_none, row) => <Against row={row} /> },
    { title: '汇总日期', dataIndex: 'preparedOn' },
    {
      title: '结论',
      render: (_none, row) => (
        <ConclusionTag conclusion={row.conclusion} suggestion={suggested(reachedOf(row), targetOf(row))} />
      ),
    },
    {
      title: '办理',
      fixed: 'right',
      render: (_none, row) => (
        <Button size="small" onClick={() => setShown(row)}>
          {row.conclusion === null && mayPrepare ? '核对并确认' : '查看'}
        </Button>
      ),
    },
  ];
  const next = mayPrepare ? '点“生成初稿”，从名单选取，系统汇总数字，结论由人确认' : '由支部书记或党办汇总后显示在这里';
  return (
    <>
      <div className="toolbar">
        <Counts
          kind={kind}
          asked={asked}
          standing={standing}
          onChoose={(chosen) => {
            asked.turnTo(1, asked.pageSize);
            setStanding(chosen);
          }}
        />
        <Space className="toolbar-right">{mayPrepare && <PrepareMany kind={kind} asked={asked} />}</Space>
      </div>
      <List<SubjectReview>
        rowKey="subjectId"
        columns={columns}
        answer={answer}
        turning={{ asked, turnTo: asked.turnTo }}
        empty={<Empty description={`${asked.year} 年还没有这样的评议。${next}`} />}
      />
      <ReviewDetail review={shown} mayConfirm={mayPrepare} onClose={() => setShown(undefined)} />
    </>
  );
}
