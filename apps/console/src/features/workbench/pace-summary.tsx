import { Card, Progress } from 'antd';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { minutesText } from '../../parts/words.js';

interface Part {
  readonly title: string;
  readonly reached: number | undefined;
  readonly all: number | undefined;
  readonly unit: string;
  readonly note?: string;
}

/** How many of the scope's people have what the year asks of each; whoever is relieved of it counts as having it. */
function useHours(): Part {
  const enrolled = api.useQuery('get', '/api/volunteers', { params: { query: { status: 'ENROLLED', pageSize: 1 } } });
  const behind = api.useQuery('get', '/api/shortfall', { params: { query: { pageSize: 1 } } });
  const target = behind.data?.items[0]?.targetMinutes;
  const all = enrolled.data?.total;
  return {
    title: target ? `全年 ${minutesText(target)}` : '全年时长要求',
    reached: all === undefined || !behind.data ? undefined : Math.max(0, all - behind.data.total),
    all,
    unit: '人',
    note: '达到或免除要求的',
  };
}

function useActivities(): Part {
  const path = { year: thisYear() };
  const teams = api.useQuery('get', '/api/years/{year}/teams', { params: { path, query: { pageSize: 1 } } });
  const under = api.useQuery('get', '/api/years/{year}/teams-under-target', {
    params: { path, query: { pageSize: 1 } },
  });
  const target = under.data?.items[0]?.targetActivities;
  const all = teams.data?.total;
  return {
    title: target ? `全年 ${target} 次活动` : '全年活动要求',
    reached: all === undefined || !under.data ? undefined : Math.max(0, all - under.data.total),
    all,
    unit: '支队',
  };
}

function useCoverage(): Part {
  const { data } = api.useQuery('get', '/api/coverage/ratio-summary', {});
  const silent = data ? data.organizations - data.measured : 0;
  return {
    title: data?.percentMin ? `志愿者占党员 ${data.percentMin}%` : '志愿者占党员的比例',
    reached: data?.met,
    all: data?.measured,
    unit: '个党组织',
    note: silent > 0 ? `另有 ${silent} 个没有填报党员数，或不要求比例` : '',
  };
}

/** Where the whole scope stands against the three figures of the year. */
export function PaceSummary() {
  const parts = [useHours(), useActivities(), useCoverage()];
  return (
    <Card size="small" title="年度进度">
      <div className="cards">
        {parts.map(({ title, reached, all, unit, note }) => (
          <Card size="small" key={title} title={title}>
            <div>{reached === undefined || all === undefined ? '……' : `${reached} / ${all} ${unit}达到`}</div>
            <Progress
              aria-label={title}
              percent={reached !== undefined && all ? Math.floor((100 * reached) / all) : 0}
            />
            {note && <div style={{ color: '#595959' }}>{note}</div>}
          </Card>
        ))}
      </div>
    </Card>
  );
}
