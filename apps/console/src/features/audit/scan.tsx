import { useInfiniteQuery } from '@tanstack/react-query';
import { Button, DatePicker, Empty, Select, Tag } from 'antd';
import type { Dayjs } from 'dayjs';
import { http } from '../../api/client.js';
import { eventOptions } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { EntryTable } from './entry-table.js';

export interface Sieve {
  readonly type?: string;
  readonly by?: string;
  readonly byName?: string | null;
  readonly batch?: string;
  readonly days?: readonly [Dayjs, Dayjs];
}

const text = (day: Dayjs): string => day.format('YYYY-MM-DD');

/** So many entries at a time from the end backwards; the button goes on where the last answer ended. */
function useScan({ type, by, batch, days }: Sieve) {
  const query = {
    ...(type ? { type } : {}),
    ...(by ? { by } : {}),
    ...(batch ? { batch } : {}),
    ...(days ? { since: text(days[0]), until: text(days[1]) } : {}),
  };
  return useInfiniteQuery({
    queryKey: ['audit-scan', query],
    initialPageParam: null as string | null,
    queryFn: async ({ pageParam, signal }) => {
      const asked = { ...query, ...(pageParam === null ? {} : { before: pageParam }) };
      const { data } = await http.GET('/api/audit/scan', { params: { query: asked }, signal });
      if (!data) throw new Error('no answer');
      return data;
    },
    getNextPageParam: ({ next }) => next,
  });
}

/** The log itself through a sieve: by type, operator, batch, days. */
export function Scan({ sieve, onSieve }: { readonly sieve: Sieve; readonly onSieve: (sieve: Sieve) => void }) {
  const { data, error, isFetching, hasNextPage, fetchNextPage } = useScan(sieve);
  const pages = data?.pages ?? [];
  const scanned = pages.reduce((sum, page) => sum + page.scanned, 0);
  const without = (name: keyof Sieve) => (): void => {
    const { [name]: _gone, ...rest } = sieve;
    onSieve(rest);
  };
  return (
    <>
      <div className="toolbar">
        <Select
          aria-label="记录类型"
          placeholder="记录类型"
          allowClear
          style={{ width: 220 }}
          value={sieve.type}
          showSearch={{ optionFilterProp: 'label' }}
          options={eventOptions}
          onChange={(type?: string) => (type ? onSieve({ ...sieve, type }) : without('type')())}
        />
        <DatePicker.RangePicker
          aria-label="记入日期"
          value={sieve.days ? [...sieve.days] : null}
          onChange={(days) =>
            days?.[0] && days[1] ? onSieve({ ...sieve, days: [days[0], days[1]] }) : without('days')()
          }
        />
        {sieve.by && (
          <Tag closable onClose={without('by')}>
            办理人：{sieve.byName}
          </Tag>
        )}
        {sieve.batch && (
          <Tag closable onClose={without('batch')}>
            批次：{sieve.batch.slice(0, 8)}
          </Tag>
        )}
        <span aria-live="polite">已看 {scanned} 条</span>
      </div>
      <ProblemAlert error={error} />
      <EntryTable
        entries={pages.flatMap(({ items }) => items)}
        isLoading={isFetching}
        follow={{
          by: (by, byName) => onSieve({ ...sieve, by, byName }),
          batch: (batch) => onSieve({ ...sieve, batch }),
        }}
        empty={
          <Empty
            description={hasNextPage ? '看过的里面没有，点下面的“接着往前查”' : '整本台账里没有这样的记录；请放宽条件'}
          />
        }
      />
      {hasNextPage && (
        <Button loading={isFetching} onClick={() => void fetchNextPage()} style={{ marginTop: 12 }}>
          接着往前查
        </Button>
      )}
    </>
  );
}
