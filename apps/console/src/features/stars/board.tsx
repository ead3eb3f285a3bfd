import { keepPreviousData } from '@tanstack/react-query';
import { Button, Empty, Progress, Rate, Segmented, Space, Switch, Tag, type TableProps } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useIsOpen } from '../../frame/open-pages.js';
import { useMay } from '../../frame/session.js';
import { useFilters } from '../../parts/filters.js';
import { List } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText } from '../../parts/words.js';
import { Apply, Award, Decline, Revoke } from './decide.js';
import { SchemeInForce, useSchemes, type Scheme } from './scheme.js';
import { Why } from './why.js';

type Row = RowOf<'/api/star-board'>;

const approvers = { COUNTY: '县级认定', CITY: '市级认定', PROVINCE: '省级认定' } as const;

/** How far to the next star above what the minutes suffice for. */
function Next({ row, scheme }: { readonly row: Row; readonly scheme: Scheme | undefined }) {
  const next = scheme?.levels.find(({ serviceMinutesMin }) => serviceMinutesMin > row.serviceMinutes);
  if (!next) return <>—</>;
  return (
    <Progress
      size="small"
      aria-label={`${row.name} 距 ${next.stars} 星`}
      percent={Math.floor((100 * row.serviceMinutes) / next.serviceMinutesMin)}
      format={() => `${next.stars} 星还差 ${minutesText(next.serviceMinutesMin - row.serviceMinutes)}`}
    />
  );
}

function Counts({
  within,
  stars,
  onChoose,
}: {
  readonly within: string | undefined;
  readonly stars: string;
  readonly onChoose: (stars: string) => void;
}) {
  const { data } = api.useQuery('get', '/api/star-board/counts', { params: { query: within ? { within } : {} } });
  const of = (awarded: number): number =>
    Number(data?.items.find(({ awardedStars }) => awardedStars === awarded)?.volunteers ?? 0);
  const all = (data?.items ?? []).reduce((sum, { volunteers }) => sum + Number(volunteers), 0);
  return (
    <Segmented
      aria-label="已认定星级"
      value={stars}
      onChange={onChoose}
      options={[
        { value: 'all', label: `全部 ${all}` },
        ...[1, 2, 3, 4, 5].map((n) => ({ value: String(n), label: `${n} 星 ${of(n)}` })),
        { value: '0', label: `未认定 ${of(0)}` },
      ]}
    />
  );
}

function Acts({ row, onWhy }: { readonly row: Row; readonly onWhy: () => void }) {
  const [mayApply, mayAward, mayRevoke] = [useMay('ApplyForStar'), useMay('AwardStar'), useMay('RevokeStar')];
  const isCandidate = row.appliedStars === null && row.sufficientStars > row.awardedStars;
  return (
    <Space>
      <Button size="small" onClick={onWhy}>
        为什么
      </Button>
      {mayApply && isCandidate && <Apply row={row} />}
      {mayRevoke && row.awardedStars > 0 && <Revoke row={row} />}
      {mayAward && row.appliedStars !== null && (
        <>
          <Award row={row} />
          <Decline row={row} />
        </>
      )}
    </Space>
  );
}

/** Awarded, sufficient, waiting for a decision; ranked inside the chosen organization (星级). */
export default function StarBoard() {
  const filters = useFilters<{ within: string; stars: string; open: string }>(['within', 'stars', 'open']);
  const { within, stars = 'all' } = filters.values;
  const isUndecided = filters.values.open === 'yes';
  const [asked, setAsked] = useState<Row | undefined>();
  const scheme = useSchemes(within)?.find(({ isInForce }) => isInForce);
  const mayRun = useIsOpen('/stars/dry-run');
  const { page, pageSize } = filters.asked;
  const query = {
    ...{ page, pageSize, sort: 'serviceMinutes' as const, descending: true },
    ...(stars === 'all' ? {} : { awardedStars: Number(stars) }),
    ...(isUndecided ? { isUndecided } : {}),
    ...(within ? { within } : {}),
  };
  const answer = api.useQuery('get', '/api/star-board', { params: { query } }, { placeholderData: keepPreviousData });
  const columns: TableProps<Row>['columns'] = [
    { title: '编号', dataIndex: 'volunteerNumber' },
    { title: '姓名', render: (_none, { volunteerId, name }) => <PersonLink volunteerId={volunteerId} name={name} /> },
    {
      title: '已认定',
      render: (_none, { awardedStars, isAboveMinutes }) => (
        <Space>
          <Rate disabled value={awardedStars} aria-label={`已认定 ${awardedStars} 星`} />
          {isAboveMinutes && <Tag color="gold">高于现有时长，请核对</Tag>}
        </Space>
      ),
    },
    { title: '累计时长', className: 'number', render: (_none, { serviceMinutes }) => minutesText(serviceMinutes) },
    { title: '距下一星', width: 240, render: (_none, row) => <Next row={row} scheme={scheme} /> },
    {
      title: '申报',
      render: (_none, { appliedStars, appliedOn, approverLevel, sufficientStars, awardedStars }) => {
        if (appliedStars !== null)
          return (
            <Tag color="gold">
              {appliedOn} 申报 {appliedStars} 星{approverLevel && `，${approvers[approverLevel]}`}
            </Tag>
          );
        return sufficientStars > awardedStars ? <Tag color="blue">够申报 {sufficientStars} 星</Tag> : '—';
      },
    },
    { title: '办理', fixed: 'right', render: (_none, row) => <Acts row={row} onWhy={() => setAsked(row)} /> },
  ];
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="stack">
        <SchemeInForce scheme={scheme} />
        <div className="toolbar">
          <Counts
            within={within}
            stars={stars}
            onChoose={(chosen) => filters.set({ stars: chosen === 'all' ? undefined : chosen })}
          />
          <Switch
            aria-label="只看待决定的"
            checked={isUndecided}
            onChange={(on) => filters.set({ open: on ? 'yes' : undefined })}
          />
          只看待决定的
          <div className="toolbar-right">
            {mayRun && <Link to={`/stars/dry-run${within ? `?within=${within}` : ''}`}>换标准试算</Link>}
          </div>
        </div>
        <List<Row>
          rowKey="volunteerId"
          columns={columns}
          answer={answer}
          turning={filters}
          empty={
            <Empty
              description={
                isUndecided
                  ? '没有等待决定的申报；够申报的人在“全部”里，点“申报”'
                  : '还没有这样的人；登记造册后出现在这里'
              }
            />
          }
        />
      </div>
      <Why person={asked} onClose={() => setAsked(undefined)} />
    </TreePage>
  );
}
