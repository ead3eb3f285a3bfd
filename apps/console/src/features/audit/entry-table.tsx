import { Alert, Button, Descriptions, Space, Table, type TableProps } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { entryFieldLabels } from '#libs/forms/field-labels.zh';
import type { RowOf } from '../../api/query.js';
import { eventName } from '../../parts/event-words.js';
import { wordOf } from '../../parts/ledger-words.js';
import { OrganizationName } from '../../parts/organization-name.js';
import { orDash } from '../../parts/words.js';
import { momentText } from '../../parts/clock.js';
import { Side } from '../../parts/side.js';

export type Entry = RowOf<'/api/audit/entries'>;

/** Which way an auditor goes on from an entry. */
export interface Follow {
  readonly by?: (accountId: string, name: string | null) => void;
  readonly batch?: (batchId: string) => void;
}

const systemOrganization = '00000000-0000-4000-8000-000000000002';

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** All that the log says in clear, and which groups of personal fields stay closed. */
export function EntryDrawer({ entry, onClose }: { readonly entry: Entry | undefined; readonly onClose: () => void }) {
  return (
    <Side
      open={entry !== undefined}
      onClose={onClose}
      title={entry ? `${eventName(entry.type)}（台账位置 ${entry.position}）` : ''}
      size={760}
      destroyOnHidden
    >
      {entry && (
        <div className="stack">
          <Descriptions
            bordered
            size="small"
            column={1}
            items={[
              { key: 'at', label: '记入时间', children: momentText(entry.at) },
              { key: 'by', label: '办理人', children: entry.byName ?? '系统' },
              {
                key: 'stream',
                label: '流与版次',
                children: (
                  <Link to={`/audit/streams/${entry.stream}`}>
                    {entry.stream} 第 {entry.revision} 条
                  </Link>
                ),
              },
              { key: 'type', label: '记录类型', children: entry.type },
              { key: 'id', label: '记录编号', children: entry.eventId },
              { key: 'command', label: '操作编号', children: entry.command },
              { key: 'batch', label: '导入批次', children: orDash(entry.batch) },
              { key: 'hash', label: '哈希', children: <code>{entry.leafHash}</code> },
            ]}
          />
          <Descriptions
            bordered
            size="small"
            column={1}
            title="明文内容"
            items={Object.entries(entry.fields).map(([name, value]) => ({
              key: name,
              label: entryFieldLabels[name] ?? name,
              children: <span style={{ overflowWrap: 'anywhere' }}>{shown(value)}</span>,
            }))}
          />
          {entry.closed.length > 0 && (
            <Alert
              type="info"
              showIcon
              title={`加密的个人信息：${entry.closed.map((group) => wordOf(group)).join('、')}。这里不解密；确需查看的，在志愿者档案里写明用途，留下记录。`}
            />
          )}
        </div>
      )}
    </Side>
  );
}

const columnsOf = (follow: Follow, open: (entry: Entry) => void): TableProps<Entry>['columns'] => [
  { title: '位置', dataIndex: 'position', className: 'number' },
  { title: '记入时间', render: (_none, { at }) => momentText(at) },
  {
    title: '记录',
    render: (_none, entry) => (
      <Button type="link" size="small" onClick={() => open(entry)}>
        {eventName(entry.type)}
      </Button>
    ),
  },
  {
    title: '办理人',
    render: (_none, { by, byName }) =>
      follow.by && byName !== null ? (
        <Button type="link" size="small" onClick={() => follow.by?.(by, byName)}>
          {byName}
        </Button>
      ) : (
        (byName ?? '系统')
      ),
  },
  {
    title: '党组织',
    render: (_none, { org }) =>
      org === systemOrganization ? '（整本台账）' : <OrganizationName organizationId={org} />,
  },
  {
    title: '流',
    render: (_none, { stream, revision }) => (
      <Space>
        <Link to={`/audit/streams/${stream}`}>重放</Link>
        <span style={{ color: '#595959' }}>
          {stream.slice(0, 22)}
          {stream.length > 22 && '……'} 第 {revision} 条
        </span>
      </Space>
    ),
  },
  {
    title: '批次',
    render: (_none, { batch }) =>
      batch &&
      (follow.batch ? (
        <Button type="link" size="small" onClick={() => follow.batch?.(batch)}>
          {batch.slice(0, 8)}
        </Button>
      ) : (
        batch.slice(0, 8)
      )),
  },
];

interface Props {
  readonly entries: readonly Entry[];
  readonly follow?: Follow;
  readonly empty: ReactNode;
  readonly isLoading?: boolean;
  readonly pagination?: TableProps<Entry>['pagination'];
  /** Columns before the others. */
  readonly extra?: TableProps<never>['columns'];
}

/** Entries of the log; each opens to what it says, and leads to its stream. */
export function EntryTable({ entries, follow = {}, empty, isLoading = false, pagination = false, extra = [] }: Props) {
  const [opened, setOpened] = useState<Entry | undefined>();
  return (
    <>
      <Table<Entry>
        size="small"
        rowKey="eventId"
        scroll={{ x: 'max-content' }}
        dataSource={entries}
        loading={isLoading}
        pagination={pagination}
        locale={{ emptyText: isLoading ? <span>正在查询</span> : empty }}
        columns={[...(extra as NonNullable<TableProps<Entry>['columns']>), ...(columnsOf(follow, setOpened) ?? [])]}
      />
      <EntryDrawer entry={opened} onClose={() => setOpened(undefined)} />
    </>
  );
}
