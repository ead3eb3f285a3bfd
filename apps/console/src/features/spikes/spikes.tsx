import { Alert, Progress, Segmented, Table, Tag } from 'antd';
import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../api/client.js';
import type { AnswerOf } from '../../api/query.js';
import { lastHalf, today } from '../../parts/clock.js';
import { Figure } from '../../parts/figure.js';
import { useFilters } from '../../parts/filters.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { TreePage } from '../../parts/tree-page.js';
import { minutesText, percentText } from '../../parts/words.js';
import { YearSelect } from '../../parts/year-select.js';
import { SpikeEntries, type SpikeOf } from './spike-entries.js';

type Spike = AnswerOf<'/api/spikes/{year}'>;
type Span = Spike['lastTenDays'];

const basisPoints = (part: number, whole: number): number | null =>
  whole === 0 ? null : Math.floor((10_000 * part) / whole);

interface Line {
  readonly key: keyof Span;
  readonly title: string;
  readonly shown: (value: number) => string;
}

const people = (value: number): string => `${value} 人`;
const lines: readonly Line[] = [
  { key: 'serviceMinutes', title: '计入时长', shown: minutesText },
  { key: 'entries', title: '时长记录', shown: (value) => `${value} 条` },
  { key: 'declaredMinutes', title: '其中本人申报的时长', shown: minutesText },
  { key: 'lateMinutes', title: '其中逾期补录的时长', shown: minutesText },
  { key: 'targetsReached', title: '达到要求的人', shown: people },
];
/** What the list of entries adds up to; the rest is told from marks on the same entries. */
const opened: readonly (keyof Span)[] = ['serviceMinutes', 'entries'];

function Spans({ spike, of }: { readonly spike: Spike; readonly of: SpikeOf }) {
  return (
    <Table<Line>
      size="small"
      rowKey="key"
      pagination={false}
      dataSource={[...lines]}
      columns={[
        { title: '项目', dataIndex: 'title' },
        {
          title: '最后十天',
          className: 'number',
          render: (_none, { key, title, shown }) => {
            const text = shown(spike.lastTenDays[key]);
            if (!opened.includes(key)) return text;
            return (
              <Figure shown={text} title={`最后十天的${title}`}>
                <SpikeEntries of={of} />
              </Figure>
            );
          },
        },
        {
          title: '年初到期末',
          className: 'number',
          render: (_none, { key, shown }) => shown(spike.wholeYear[key]),
        },
        {
          title: '最后十天所占',
          className: 'number',
          render: (_none, { key }) => percentText(basisPoints(spike.lastTenDays[key], spike.wholeYear[key])),
        },
      ]}
    />
  );
}

const lastTenFrom: Readonly<Record<SpikeOf['month'], string>> = { '6': '06-21', '12': '12-22' };

function Days({ days, of }: { readonly days: Spike['days']; readonly of: SpikeOf }) {
  const most = Math.max(1, ...days.map(({ serviceMinutes }) => serviceMinutes));
  return (
    <Table<Spike['days'][number]>
      size="small"
      rowKey="day"
      pagination={false}
      dataSource={[...days]}
      locale={{ emptyText: '这个月还没有计入的时长' }}
      columns={[
        {
          title: '日期',
          render: (_none, { day }) => (
            <>
              {day} {day >= `${of.year}-${lastTenFrom[of.month]}` && <Tag color="gold">最后十天</Tag>}
            </>
          ),
        },
        {
          title: '计入时长',
          width: 280,
          render: (_none, { day, serviceMinutes }) => (
            <div className="figure-and-bar">
              <Figure shown={minutesText(serviceMinutes)} title={`${day} 的时长记录`}>
                <SpikeEntries of={of} day={day} />
              </Figure>
              <Progress
                percent={Math.round((100 * serviceMinutes) / most)}
                showInfo={false}
                size="small"
                aria-label={`${day} 计入时长，与本月最多的一天相比`}
              />
            </div>
          ),
        },
        { title: '时长记录', dataIndex: 'entries', className: 'number' },
        { title: '当天达到要求的人', dataIndex: 'targetsReached', className: 'number' },
      ]}
    />
  );
}

/** F-40: how much of a year lies in the last ten days before it is counted, beside the declared and the late share. */
export default function Spikes() {
  const filters = useFilters<{ within: string; year: string; month: SpikeOf['month'] }>(['within', 'year', 'month']);
  const { within } = filters.values;
  const ended = lastHalf(today());
  const of: SpikeOf = {
    year: Number(filters.values.year ?? ended.year),
    month: filters.values.month ?? (ended.half === '1' ? '6' : '12'),
    ...(within ? { within } : {}),
  };
  const { year, ...query } = of;
  const { data, error } = api.useQuery(
    'get',
    '/api/spikes/{year}',
    { params: { path: { year }, query } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="toolbar">
        <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
        <Segmented<SpikeOf['month']>
          aria-label="半年末或年末"
          value={of.month}
          onChange={(month) => filters.set({ month })}
          options={[
            { value: '6', label: '半年末（6 月）' },
            { value: '12', label: '年末（12 月）' },
          ]}
        />
      </div>
      <ProblemAlert error={error} />
      <div className="stack">
        <Alert
          type="info"
          showIcon
          title="计入时长集中在期末最后十天的，请核对签到和佐证；集中本身不说明任何人有问题。"
        />
        {data && <Spans spike={data} of={of} />}
        {data && <Days days={data.days} of={of} />}
      </div>
    </TreePage>
  );
}
