import { Card, Empty, Slider, Timeline as Line } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { eventName } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';

type Item = AnswerOf<'/api/volunteers/{volunteerId}/history'>['items'][number];

const whenOf = (at: string): string =>
  new Date(at).toLocaleString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false });

/** Every entry about the person, replayed from the log; the slider stops the clock of knowledge at any of them. */
export function Timeline({ volunteerId }: { readonly volunteerId: string }) {
  const { data, error, isPending } = api.useQuery('get', '/api/volunteers/{volunteerId}/history', {
    params: { path: { volunteerId } },
  });
  const [chosen, setChosen] = useState<number | null>(null);
  if (error) return <ProblemAlert error={error} />;
  const items = data?.items ?? [];
  if (!isPending && items.length === 0) return <Empty description="还没有记录" />;
  const until = chosen ?? items.length;
  const known = items.slice(0, until);
  const last: Item | undefined = known.at(-1);
  return (
    <div className="stack">
      <Card size="small">
        <Slider
          min={1}
          max={Math.max(1, items.length)}
          value={until}
          onChange={setChosen}
          ariaLabelForHandle="查看截至第几条记录"
          tooltip={{ formatter: (n) => (n ? whenOf(items[n - 1]?.at ?? '') : '') }}
        />
        <div aria-live="polite">
          截至 {last ? whenOf(last.at) : '—'} 所知：{known.length} 条记录，
          {last
            ? `${last.runningMinutes.year ? `当年 ${minutesText(last.runningMinutes.year)}，` : ''}累计 ${minutesText(last.runningMinutes.total)}`
            : ''}
        </div>
      </Card>
      <Line
        items={known.toReversed().map((item) => ({
          key: `${item.stream} ${item.revision}`,
          title: item.day ?? item.at.slice(0, 10),
          content: (
            <>
              <strong>{eventName(item.type)}</strong>
              <div style={{ color: '#595959' }}>
                记入 {whenOf(item.at)}
                {'　'}台账位置 {item.position}
              </div>
            </>
          ),
        }))}
      />
    </div>
  );
}
