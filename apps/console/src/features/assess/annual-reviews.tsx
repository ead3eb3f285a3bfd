import { Tabs } from 'antd';
import { thisYear } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { TreePage } from '../../parts/tree-page.js';
import { YearSelect } from '../../parts/year-select.js';
import { OrganizationReviews } from './organization-reviews.js';
import { SubjectReviews } from './subject-reviews.js';

/** The yearly review of people, teams and organizations: facts from the ledger, conclusions by persons (年度评议). */
export default function AnnualReviews() {
  const filters = useFilters<{ within: string; year: string; of: string }>(['within', 'year', 'of']);
  const { within, of = 'volunteer' } = filters.values;
  const year = Number(filters.values.year ?? thisYear());
  const asked = {
    year,
    within,
    page: filters.asked.page,
    pageSize: filters.asked.pageSize,
    turnTo: (page: number, pageSize: number) => filters.turnTo(page, pageSize),
  };
  return (
    <TreePage within={within} onChoose={(chosen) => filters.set({ within: chosen })}>
      <div className="toolbar">
        <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
      </div>
      <Tabs
        activeKey={of}
        onChange={(key) => filters.set({ of: key })}
        destroyOnHidden
        items={[
          { key: 'volunteer', label: '志愿者', children: <SubjectReviews kind="volunteer" asked={asked} /> },
          { key: 'team', label: '服务队', children: <SubjectReviews kind="team" asked={asked} /> },
          { key: 'organization', label: '党组织', children: <OrganizationReviews asked={asked} /> },
        ]}
      />
    </TreePage>
  );
}
