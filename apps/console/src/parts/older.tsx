import type { UseQueryResult } from '@tanstack/react-query';
import { Button, Empty, Grid, Space, Table, type TableProps } from 'antd';
import { useState } from 'react';
import { ProblemAlert } from './problem-alert.js';

const limit = 50;

/** A list by cursor, newest first. */
export function useBefore() {
  const [before, setBefore] = useState<number | undefined>();
  return {
    asked: { limit, ...(before === undefined ? {} : { before }) },
    older: (n: string): void => setBefore(Number(n)),
    newest: (): void => setBefore(undefined),
  };
}

interface Props<Row> {
  readonly by: ReturnType<typeof useBefore>;
  readonly answer: UseQueryResult<{ readonly items: readonly Row[] }, unknown>;
  readonly columns: TableProps<Row>['columns'];
  /** Said where there is nothing at all. */
  readonly empty: string;
}

export function OlderTable<Row extends { readonly n: string }>({ by, answer, columns, empty }: Props<Row>) {
  const isWide = Grid.useBreakpoint().md !== false;
  const { data, error, isFetching } = answer;
  if (error) return <ProblemAlert error={error} />;
  const items = data?.items ?? [];
  const last = items.at(-1);
  return (
    <>
      <Table<Row>
        size="small"
        rowKey="n"
        // On a phone texts are broken: what is scrolled sideways there is out of reach for a keyboard.
        {...(isWide ? { scroll: { x: 'max-content' } } : {})}
        pagination={false}
        loading={isFetching}
        dataSource={items}
        locale={{ emptyText: <Empty description={empty} /> }}
        columns={columns}
      />
      <Space style={{ marginTop: 12 }}>
        {by.asked.before !== undefined && <Button onClick={by.newest}>回到最新</Button>}
        {last && items.length === limit && <Button onClick={() => by.older(last.n)}>更早的</Button>}
      </Space>
    </>
  );
}
