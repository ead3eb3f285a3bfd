import type { UseQueryResult } from '@tanstack/react-query';
import { Alert, Button, Empty, Table, type TableProps } from 'antd';
import type { ReactNode } from 'react';
import type { Filters } from './filters.js';
import { ProblemAlert } from './problem-alert.js';

interface Answer<Row> {
  readonly items: readonly Row[];
  readonly total?: number;
  /** The window had not caught up with what was just written. */
  readonly stale?: boolean;
}

export interface ListProps<Row> extends Omit<TableProps<Row>, 'dataSource' | 'pagination' | 'loading'> {
  readonly answer: UseQueryResult<Answer<Row>, unknown>;
  /** Left out for lists that are short by their nature. */
  readonly turning?: Pick<Filters<object>, 'asked' | 'turnTo'>;
  /** What to do next when there is nothing yet. */
  readonly empty?: ReactNode;
}

/** One page of a list that the server divides; rows of the last page stay until the next ones are there. */
export function List<Row extends object>({ answer, turning, empty, ...table }: ListProps<Row>) {
  const { data, error, isPending, isPlaceholderData, refetch } = answer;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  return (
    <>
      {data?.stale && (
        <Alert
          type="warning"
          showIcon
          title="刚记入的内容还没有全部显示"
          action={<Button onClick={() => void refetch()}>刷新</Button>}
        />
      )}
      <Table<Row>
        size="middle"
        scroll={{ x: 'max-content' }}
        {...table}
        dataSource={data?.items}
        loading={isPending || isPlaceholderData}
        locale={{
          emptyText: isPending ? <span>正在载入</span> : (empty ?? <Empty description="没有符合条件的记录" />),
        }}
        pagination={
          turning && {
            current: turning.asked.page,
            pageSize: turning.asked.pageSize,
            total: data?.total ?? 0,
            showSizeChanger: true,
            pageSizeOptions: [20, 50, 100, 200],
            showTotal: (total) => `共 ${total} 条`,
            onChange: turning.turnTo,
          }
        }
      />
    </>
  );
}
