import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Empty, Table } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { http } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { momentText } from '../../parts/clock.js';
import { eventName } from '../../parts/event-words.js';
import { wordOf } from '../../parts/ledger-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';

type Part = AnswerOf<'/api/volunteers/{volunteerId}/mentions'>;
type Mention = Part['items'][number];

const pagesOf: Readonly<Record<string, string>> = { activity: '/activities', volunteer: '/volunteers', team: '/teams' };

/** To the page of what the entry is about, where it has one. */
function Where({ stream }: Mention) {
  const [kind = '', ...id] = stream.split('-');
  const page = pagesOf[kind];
  return page === undefined ? <span>{stream}</span> : <Link to={`${page}/${id.join('-')}`}>打开</Link>;
}

/** Part after part as the API divides them, as long as the page stands. */
async function search(volunteerId: string, onFound: (items: readonly Mention[]) => void): Promise<readonly Mention[]> {
  const found: Mention[] = [];
  for (let after: string | undefined, isMore = true; isMore;) {
    const { data } = await http.GET('/api/volunteers/{volunteerId}/mentions', {
      params: { path: { volunteerId }, query: after === undefined ? {} : { after } },
    });
    found.push(...(data?.items ?? []));
    onFound([...found]);
    after = data?.next ?? undefined;
    isMore = after !== undefined;
  }
  return found;
}

/** Where texts about others name this person: places only. Looked at before an erasure is approved, since nobody can search afterwards. */
export function Mentions({ volunteerId }: { readonly volunteerId: string }) {
  const [found, setFound] = useState<readonly Mention[]>([]);
  const searching = useMutation({ mutationFn: () => search(volunteerId, setFound) });
  const { isPending, isSuccess } = searching;
  return (
    <div className="stack">
      <Alert
        type="info"
        showIcon
        title="查找别人、活动等的文字里提到此人姓名、证件号或电话的地方。这里只列位置，不显示文字；批准删除之前逐处查看，该更正的先更正，删除之后无从查找。"
      />
      <div>
        <Button type="primary" loading={isPending} onClick={() => searching.mutate()}>
          {isSuccess ? '重新查找' : '查找'}
        </Button>{' '}
        <span role="status">
          {isPending && `正在逐条查找，已找到 ${found.length} 处`}
          {isSuccess && `查找完毕，共 ${found.length} 处`}
        </span>
      </div>
      <ProblemAlert error={searching.error} />
      {(isPending || isSuccess) && (
        <Table<Mention>
          size="small"
          rowKey={({ position, group }) => `${position} ${group}`}
          dataSource={[...found]}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showTotal: (total) => `共 ${total} 处` }}
          locale={{ emptyText: <Empty description={isPending ? '正在查找' : '没有找到'} /> }}
          columns={[
            { title: '台账位置', className: 'number', dataIndex: 'position' },
            { title: '记入时间', render: (_none, { at }) => momentText(at) },
            { title: '记录', render: (_none, { type }) => eventName(type) },
            { title: '文字类别', render: (_none, { group }) => wordOf(group) },
            { title: '所在', render: (_none, mention) => <Where {...mention} /> },
          ]}
        />
      )}
    </div>
  );
}
