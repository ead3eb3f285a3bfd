import { keepPreviousData } from '@tanstack/react-query';
import { Button, Empty } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api } from '../../api/client.js';
import { useMay } from '../../frame/session.js';
import { ColumnChoice, useColumns } from '../../parts/columns.js';
import { List } from '../../parts/list.js';
import { SavedViews } from '../../parts/saved-views.js';
import { SelectionBar } from '../../parts/selection-bar.js';
import { sortingOf } from '../../parts/sorting.js';
import { tickingOf } from '../../parts/ticking.js';
import { TreePage } from '../../parts/tree-page.js';
import { useTyped } from '../../parts/use-typed.js';
import { volunteerColumns, type Volunteer } from './volunteer-columns.js';
import { VolunteerCounts } from './volunteer-counts.js';
import { useVolunteerFilters, VolunteerFilters, volunteerFilterNames } from './volunteer-filters.js';

const ApplyLink = () => (
  <Link to="/apply">
    <Button type="primary">登记申请</Button>
  </Link>
);

/** Everybody of the scope on a day; what is typed to find somebody stays out of the address. */
export default function Volunteers() {
  const mayApply = useMay('SubmitApplication');
  const filters = useVolunteerFilters();
  const { typed, text, setTyped } = useTyped(filters);
  const columns = useColumns(volunteerColumns);
  const { values } = filters;
  const [ticked, setTicked] = useState<readonly string[]>([]);
  const answer = api.useQuery(
    'get',
    '/api/volunteers',
    { params: { query: { ...filters.asked, ...(text ? { text } : {}) } } },
    { placeholderData: keepPreviousData },
  );
  return (
    <TreePage within={values.within} onChoose={(within) => filters.set({ within })}>
      <search className="toolbar">
        <VolunteerFilters filters={filters} typed={typed} onTyped={setTyped} />
        <div className="toolbar-right">
          <SavedViews register="volunteers" names={volunteerFilterNames} />
          <ColumnChoice columns={columns} />
          {mayApply && <ApplyLink />}
        </div>
      </search>
      <VolunteerCounts filters={filters} text={text} />
      <SelectionBar
        register="volunteers"
        filters={Object.entries(values).map(([name, value]) => `${name}=${value}`)}
        text={text}
        ticked={ticked}
        total={answer.data?.total ?? 0}
        columns={columns.shown.map(({ key }) => key)}
        onClear={() => setTicked([])}
      />
      <List<Volunteer>
        rowKey="volunteerId"
        rowSelection={tickingOf(ticked, setTicked)}
        columns={columns.shown}
        answer={answer}
        turning={filters}
        onChange={sortingOf<Volunteer>(filters)}
        empty={<Empty description="没有符合条件的志愿者">{mayApply && <ApplyLink />}</Empty>}
      />
    </TreePage>
  );
}
