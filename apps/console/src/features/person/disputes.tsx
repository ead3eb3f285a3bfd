import { Empty, Tag } from 'antd';
import { api } from '../../api/client.js';
import type { RowOf } from '../../api/query.js';
import { useMe } from '../../frame/session.js';
import { List } from '../../parts/list.js';
import { wordOf } from '../../parts/ledger-words.js';
import { useTurning } from '../../parts/turning.js';
import { orDash } from '../../parts/words.js';
import { Escalate, reasonToEscalate } from './hours-acts/escalate.js';

type Row = RowOf<'/api/volunteers/{volunteerId}/disputes'>;

/** What somebody questioned in this person's hours, by when it has to be answered, and the answer. */
export function Disputes({ volunteerId }: { readonly volunteerId: string }) {
  const me = useMe();
  const turning = useTurning(20);
  const answer = api.useQuery('get', '/api/volunteers/{volunteerId}/disputes', {
    params: { path: { volunteerId }, query: turning.asked },
  });
  return (
    <List<Row>
      rowKey="disputeId"
      size="small"
      answer={answer}
      turning={turning}
      empty={<Empty description="没有异议；认为时长记错了的，在“时长账户”里点“我有异议”" />}
      columns={[
        { title: '提出日期', dataIndex: 'disputedOn' },
        { title: '类别', render: (_none, { ground }) => wordOf(ground) },
        { title: '内容', dataIndex: 'statement' },
        {
          title: '答复期限',
          render: (_none, { answerDueOn, overdue, outcome }) =>
            overdue && outcome === null ? <Tag color="red">{answerDueOn} 已逾期</Tag> : answerDueOn,
        },
        { title: '处理结果', render: (_none, { outcome }) => (outcome === null ? '尚未答复' : wordOf(outcome)) },
        { title: '答复', render: (_none, row) => orDash(row.answer) },
        ...(answer.data?.items.some((row) => reasonToEscalate(row, me))
          ? [{ title: '办理', render: (_none: unknown, row: Row) => <Escalate row={row} /> }]
          : []),
      ]}
    />
  );
}
