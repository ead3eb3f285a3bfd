import { Space, Statistic, Tag } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import { provenance } from '#libs/reference/ledger-codes';
import { api } from '../../api/client.js';
import type { Entry } from './entry.js';
import { mayGiveForOthers, useMe } from '../../frame/session.js';
import { thisYear } from '../../parts/clock.js';
import { wordOf } from '../../parts/ledger-words.js';
import { List } from '../../parts/list.js';
import { StateTag } from '../../parts/state-tag.js';
import { codeName, minutesText } from '../../parts/words.js';
import { useTurning } from '../../parts/turning.js';
import { YearSelect } from '../../parts/year-select.js';
import { ClaimButton } from './claim.js';
import { Correction } from './correction.js';
import { Dispute } from './dispute.js';
import { EntryActs } from './hours-acts/entry-acts.js';
import { WithdrawClaim } from './withdraw-claim.js';

/** The year like an account: what was put in, what was taken back, where each line came from. */
export function Hours({ volunteerId, isOwn }: { readonly volunteerId: string; readonly isOwn: boolean }) {
  const me = useMe();
  const [params] = useSearchParams();
  const [year, setYear] = useState(Number(params.get('year') ?? thisYear()));
  const turning = useTurning(50);
  const [correcting, setCorrecting] = useState<Entry | undefined>();
  const path = { volunteerId, year };
  const { data } = api.useQuery('get', '/api/volunteers/{volunteerId}/years/{year}', { params: { path } });
  const answer = api.useQuery('get', '/api/volunteers/{volunteerId}/years/{year}/entries', {
    params: { path, query: turning.asked },
  });
  const { data: person } = api.useQuery('get', '/api/volunteers/{volunteerId}', { params: { path: { volunteerId } } });
  const mayCorrect = mayGiveForOthers(me, 'CorrectServiceHours');
  const actOf = (row: Entry): ReactNode => {
    if (mayCorrect && row.state === 'credited') return <EntryActs entry={row} onCorrect={setCorrecting} />;
    if (row.state === 'recorded' && row.recordedBy === me.accountId) return <WithdrawClaim entry={row} year={year} />;
    return row.reversalReasonCode && wordOf(row.reversalReasonCode);
  };
  return (
    <div className="stack">
      <Space size="large" wrap>
        <YearSelect year={year} onChoose={(chosen) => setYear(Number(chosen))} />
        <Statistic title="已计入" value={minutesText(data?.serviceMinutes ?? 0)} />
        <Statistic title="年度要求" value={minutesText(data?.targetMinutes)} />
        <Statistic title="还差" value={data?.missingMinutes ? minutesText(data.missingMinutes) : '已达标'} />
        <Statistic title="活动" value={data?.activities ?? 0} suffix="次" />
        {person?.organizationId && (isOwn || mayGiveForOthers(me, 'RecordServiceHours')) && (
          <ClaimButton volunteerId={volunteerId} organizationId={person.organizationId} />
        )}
        {isOwn && <Dispute volunteerId={volunteerId} year={year} entries={answer.data?.items ?? []} />}
      </Space>
      <List<Entry>
        rowKey="entryId"
        size="small"
        answer={answer}
        turning={turning}
        columns={[
          { title: '日期', dataIndex: 'servedOn' },
          {
            title: '摘要',
            render: (_none, row) => (
              <span className={row.state === 'reversed' ? 'struck' : undefined}>
                {row.activityId ? (
                  <Link to={`/activities/${row.activityId}`}>{row.activityTitle ?? '活动'}</Link>
                ) : (
                  wordOf(row.kind)
                )}
                {'　'}
                <span className="entry-time">
                  {row.startsAt}—{row.endsAt} {minutesText(row.serviceMinutes)}
                </span>
              </span>
            ),
          },
          { title: '计入', className: 'number', render: (_none, row) => minutesText(row.countedMinutes) },
          { title: '来源等级', responsive: ['md'], render: (_none, row) => codeName(provenance, row.provenance) },
          {
            title: '登记日期',
            responsive: ['md'],
            dataIndex: 'recordedOn',
            render: (day: string, row) => (row.late ? <Tag color="gold">{day} 逾期</Tag> : day),
          },
          { title: '状态', render: (_none, row) => <StateTag state={row.state} /> },
          { title: '凭证（台账位置）', dataIndex: 'position', className: 'number', responsive: ['md'] },
          ...(answer.data?.items.some((row) => Boolean(actOf(row)))
            ? [{ title: '办理', render: (_none: unknown, row: Entry) => actOf(row) }]
            : []),
        ]}
      />
      <Correction entry={correcting} onClose={() => setCorrecting(undefined)} />
    </div>
  );
}
