import { Card, Empty, Space, Table, Tag } from 'antd';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { useIsOpen } from '../../frame/open-pages.js';
import { lastHalf, today } from '../../parts/clock.js';
import { wordsOf } from '../../parts/ledger-words.js';
import { unnamed } from '../../parts/words.js';

interface Due {
  readonly key: string;
  readonly day: string;
  readonly what: string;
  readonly name: string;
}

const shownMax = 10;

/** What has a day by which it is done: questions about hours and entries that wait, the most urgent first. */
function useDue(): { readonly due: readonly Due[]; readonly isPending: boolean } {
  const disputes = api.useQuery('get', '/api/hours/disputes', {
    params: { query: { state: 'OPEN', sort: 'answerDueOn', pageSize: shownMax } },
  });
  const entries = api.useQuery('get', '/api/hours/waiting', { params: { query: { pageSize: shownMax } } });
  const due = [
    ...(disputes.data?.items ?? []).map((one) => ({
      key: one.disputeId,
      day: one.answerDueOn,
      what: '答复时长异议',
      name: one.volunteerName ?? unnamed,
    })),
    ...(entries.data?.items ?? []).flatMap((one) =>
      one.dueOn === null
        ? []
        : [
            {
              key: one.entryId,
              day: one.dueOn,
              what: one.holdReasons.length > 0 ? `批准时长（${wordsOf(one.holdReasons)}）` : '确认时长',
              name: one.volunteerName ?? unnamed,
            },
          ],
    ),
  ];
  return {
    due: due.sort((a, b) => a.day.localeCompare(b.day) || a.key.localeCompare(b.key)).slice(0, shownMax),
    isPending: disputes.isPending || entries.isPending,
  };
}

/** Deadlines of what waits, and the talks that are to be considered. */
export function Deadlines() {
  const { due, isPending } = useDue();
  const mayReview = useIsOpen('/review');
  const seesReminders = useIsOpen('/reminders');
  const { year, half } = lastHalf(today());
  const reminders = api.useQuery('get', '/api/reminders/{year}', {
    params: { path: { year }, query: { half, isTalkDue: true, pageSize: 1 } },
  });
  const talks = reminders.data?.total ?? 0;
  return (
    <Card
      size="small"
      title="期限"
      extra={
        <Space>
          <span>可考虑提醒教育 {reminders.data ? talks : '…'} 人</span>
          {seesReminders && talks > 0 && <Link to="/reminders">去查看</Link>}
        </Space>
      }
    >
      <Table<Due>
        size="small"
        rowKey="key"
        loading={isPending}
        dataSource={due}
        pagination={false}
        locale={{ emptyText: <Empty description="没有带期限的事项" /> }}
        columns={[
          {
            title: '期限',
            width: 170,
            render: (_none, { day }) => (
              <>
                {day} {day < today() && <Tag color="red">逾期</Tag>}
              </>
            ),
          },
          { title: '事项', dataIndex: 'what' },
          { title: '姓名', dataIndex: 'name' },
          { title: '', width: 90, render: () => mayReview && <Link to="/review">去办理</Link> },
        ]}
      />
    </Card>
  );
}
