import { Card, Empty, Slider, Timeline as Line } from 'antd';
import { useState } from 'react';
import { fieldWords, labelOf, valueWords } from '#libs/forms/history-words.zh';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { dayText, momentText } from '../../parts/clock.js';
import { eventName } from '../../parts/event-words.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { minutesText } from '../../parts/words.js';

type Item = AnswerOf<'/api/volunteers/{volunteerId}/history'>['items'][number];

/** Empty while the entries are under way. */
const momentAt = (item: Item | undefined): string => (item ? momentText(item.at) : '');

const movesHours: readonly Item['type'][] = ['ServiceHoursCredited', 'ServiceHoursReversed', 'ServiceHoursConflicted'];

/** What happened, who wrote it down, what it says and what it changed. */
function Told({ item, names }: { readonly item: Item; readonly names: ReadonlyMap<string, string> }) {
  const { type, at, by, position, fields, changed, batch, closed, erased, runningMinutes, activities } = item;
  const isChange = (name: string): boolean => (changed[name]?.[0] ?? null) !== null;
  const said = Object.fromEntries(Object.entries(fields).filter(([name]) => !isChange(name)));
  return (
    <>
      <strong>{eventName(type)}</strong>
      <div>{fieldWords(said, names).join('；')}</div>
      {Object.entries(changed)
        .filter(([name]) => isChange(name))
        .map(([name, [before, after]]) => (
          <div key={name}>
            {labelOf(name)}：<del>{valueWords(name, before)}</del> → {valueWords(name, after)}
          </div>
        ))}
      {movesHours.includes(type) && (
        <div>
          至此本年 {minutesText(runningMinutes.year)}、{activities} 次活动，历年 {minutesText(runningMinutes.total)}
        </div>
      )}
      {closed.length > 0 && <div>另有未显示的个人信息</div>}
      {erased.length > 0 && <div>部分个人信息已删除</div>}
      <div className="quiet">
        {names.get(by) ?? '系统'} 于 {momentText(at)} 记入{batch !== undefined && '（导入）'}
        {'　'}台账位置 {position}
      </div>
    </>
  );
}

/** Every entry about the person, replayed from the log; the slider stops the clock of knowledge at any of them. */
export function Timeline({ volunteerId }: { readonly volunteerId: string }) {
  const { data, error, isPending } = api.useQuery('get', '/api/volunteers/{volunteerId}/history', {
    params: { path: { volunteerId } },
  });
  const [chosen, setChosen] = useState<number | null>(null);
  if (error) return <ProblemAlert error={error} />;
  const items = data?.items ?? [];
  const names = new Map(Object.entries(data?.names ?? {}));
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
          content: <Told item={item} names={names} />,
        }))}
      />
    </div>
  );
}
