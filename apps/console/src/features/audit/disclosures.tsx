import { Empty } from 'antd';
import { disclosureMeansNames, disclosurePurposeNames, exportReceiverNames } from '#libs/forms/disclosure-words.zh';
import { exportNumberOf } from '#libs/forms/print-mark.zh';
import { api } from '../../api/client.js';
import { List, type ListProps } from '../../parts/list.js';
import { PersonLink } from '../../parts/person-link.js';
import type { RowOf } from '../../api/query.js';
import { momentText } from '../../parts/clock.js';
import { OlderTable, useBefore } from '../../parts/older.js';

/** Who saw whose personal data in clear, when and what for. */
export function Disclosures() {
  const by = useBefore();
  const answer = api.useQuery('get', '/api/disclosures', { params: { query: by.asked } });
  return (
    <OlderTable
      by={by}
      answer={answer}
      empty="还没有人查看过完整的个人信息"
      columns={[
        { title: '时间', render: (_none, row) => momentText(row.at) },
        { title: '何人', render: (_none, row) => row.byName ?? '—' },
        { title: '看了谁的', render: (_none, row) => <PersonLink volunteerId={row.volunteerId} name="打开档案" /> },
        { title: '途径', render: (_none, row) => disclosureMeansNames[row.means] },
        { title: '用途', render: (_none, row) => disclosurePurposeNames[row.purpose] },
        { title: '交给', render: (_none, row) => (row.receiver ? exportReceiverNames[row.receiver] : '—') },
      ]}
    />
  );
}

type ExportRow = RowOf<'/api/exports'>;

/** Papers with personal data that left the house. */
export function Exports({ turning }: { readonly turning: NonNullable<ListProps<ExportRow>['turning']> }) {
  const { page, pageSize } = turning.asked;
  const answer = api.useQuery('get', '/api/exports', { params: { query: { page, pageSize } } });
  const shown = answer.data?.items.length ?? 0;
  // The window counts no total: one page more is offered while pages are full.
  const total = (page - 1) * pageSize + shown + (shown === pageSize ? 1 : 0);
  return (
    <List<ExportRow>
      rowKey="exportId"
      size="small"
      answer={{ ...answer, data: answer.data && { ...answer.data, total } } as never}
      turning={turning}
      empty={<Empty description="还没有带出过含个人信息的表或证明" />}
      columns={[
        { title: '带出编号', render: (_none, row) => <code>{exportNumberOf(row.exportId)}</code> },
        { title: '时间', render: (_none, row) => momentText(row.at) },
        { title: '什么', render: (_none, row) => disclosureMeansNames[row.means] },
        { title: '用途', render: (_none, row) => disclosurePurposeNames[row.purpose] },
        { title: '交给', render: (_none, row) => exportReceiverNames[row.receiver] },
        { title: '人数', dataIndex: 'people', className: 'number' },
        { title: '内容哈希', render: (_none, row) => <code>{row.contentHash.slice(0, 16)}……</code> },
      ]}
    />
  );
}
