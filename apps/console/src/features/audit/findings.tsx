import { Card, Tabs } from 'antd';
import { thisYear } from '../../parts/clock.js';
import { useFilters } from '../../parts/filters.js';
import { YearSelect } from '../../parts/year-select.js';
import { Disclosures, Exports } from './disclosures.js';
import { Conflicts, Corrections, LateEntries } from './hours-lists.js';
import { RefusedActs } from './refused.js';

/** Lists that an auditor looks through: corrections, late entries, overlaps, self-dealing, access to personal data. */
export default function Findings() {
  const filters = useFilters<{ year: string; list: string }>(['year', 'list']);
  const { list = 'corrections' } = filters.values;
  const year = Number(filters.values.year ?? thisYear());
  const { page, pageSize } = filters.asked;
  const turning = {
    asked: { page, pageSize },
    turnTo: (next: number, size: number): void => filters.turnTo(next, size),
  };
  return (
    <Card size="small">
      <div className="toolbar">
        <YearSelect year={year} onChoose={(chosen) => filters.set({ year: chosen })} />
      </div>
      <Tabs
        activeKey={list}
        onChange={(key) => filters.set({ list: key })}
        destroyOnHidden
        items={[
          { key: 'corrections', label: '更正', children: <Corrections year={year} turning={turning} /> },
          { key: 'late', label: '逾期登记', children: <LateEntries year={year} turning={turning} /> },
          { key: 'conflicts', label: '时间重叠', children: <Conflicts turning={turning} /> },
          { key: 'self', label: '自批被拒', children: <RefusedActs act="self_dealing_refused" /> },
          { key: 'denied', label: '越权被拒', children: <RefusedActs act="denied" /> },
          { key: 'disclosures', label: '查看个人信息', children: <Disclosures /> },
          { key: 'exports', label: '带出的表', children: <Exports turning={turning} /> },
        ]}
      />
    </Card>
  );
}
