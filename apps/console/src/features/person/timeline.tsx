import { Card, Empty, Slider, Timeline as Line } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { dayText, momentText } from '../../parts/clock.js';
import { eventName } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';

type Item = AnswerOf<'/api/volunteers/{volunteerId}/history'>['items'][number];

/** Empty while the entries are under way. */
const momentAt = (item: Item | undefined): string => (item ? momentText(item.at) : '');

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
          tooltip={{ formatter: (n = 0) => momentAt(items[n - 1]) }}
        />
        <div aria-live="polite">
          截至 {last ? momentText(last.at) : '—'} 所知：{known.length} 条记录，
          {last
            ? `${last.runningMinutes.year ? `当年 ${minutesText(last.runningMinutes.year)}，` : ''}累计 ${minutesText(last.runningMinutes.total)}`
            : ''}
        </div>
      </Card>
      <Line
        titleSpan="110px"
        items={known.toReversed().map((item) => ({
          key: `${item.stream} ${item.revision}`,
          title: item.day ?? dayText(item.at),
          content: (
            <>
              <strong>{eventName(item.type)}</strong>
              <div style={{ color: '#595959' }}>
                记入 {momentText(item.at)}
                {'　'}台账位置 {item.position}
              </div>
            </>
          ),
        }))}
      />
    </div>
  );
}
