import { Alert, Card, Empty, Tabs } from 'antd';
import { api } from '../../api/client.js';
import { thisYear } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { ProblemAlert } from '../../parts/problem-alert.js';
import { TreePage } from '../../parts/tree-page.js';
import { YearSelect } from '../../parts/year-select.js';
import type { BookOf } from './book-of.js';
import { Bridge } from './bridge.js';
import { CloseActs } from './close-acts.js';
import { RestingPapers } from './resting-papers.js';
import { Standing } from './standing.js';
import { TrialBalance } from './trial-balance.js';

function Book({ of }: { readonly of: BookOf }) {
  const { data, error } = api.useQuery(
    'get',
    '/api/books/{organizationId}/{year}',
    { params: { path: of } },
    {
      // Person by person after the final close: the page follows until the last one is done.
      refetchInterval: ({ state }) => {
        const shown = state.data;
        return shown?.book?.state === 'CLOSED' && shown.progress.closed < shown.progress.volunteers ? 1_000 : false;
      },
    },
  );
  const balance = api.useQuery(
    'get',
    '/api/books/{organizationId}/{year}/trial-balance',
    { params: { path: of } },
    { staleTime: 0 },
  );
  if (error) return <ProblemAlert error={error} />;
  if (!data) return null;
  return (
    <div className="stack">
      <Standing book={data.book} progress={data.progress} />
      <CloseActs of={of} book={data.book} breaks={balance.data?.breaks} />
      <Card size="small">
        <Tabs
          destroyOnHidden
          items={[
            { key: 'trial', label: '试算', children: <TrialBalance of={of} answer={balance} /> },
            {
              key: 'bridge',
              label: '年结时与现在所知',
              children: data.book ? (
                <Bridge of={of} />
              ) : (
                <Empty description="还没有预结或年结；先核对试算，再点“预结”" />
              ),
            },
            { key: 'papers', label: '受影响的文书', children: <RestingPapers of={of} /> },
          ]}
        />
      </Card>
    </div>
  );
}

/** The close of a year: trial balance, breaks with their owners, provisional and final close, the bridge to today (年结). */
export default function Closing() {
  const filters = useFilters<{ within: string; year: string }>(['within', 'year']);
  const { within } = filters.values;
  const year = Number(filters.values.year ?? thisYear() - 1);
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="stack">
        <div className="toolbar">
          <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
        </div>
        {within ? (
          <Book key={`${within} ${year}`} of={{ organizationId: within, year }} />
        ) : (
          <>
            <Alert type="info" showIcon title="年结按党组织办理，连同其下级。" />
            <Empty description="请先在左边的组织树里选取要年结的党组织" />
          </>
        )}
      </div>
    </TreePage>
  );
}
