import type { AuditCheck, AuditFault, AuditReport } from '#libs/proof/audit-report';
import type { Rederived, RederivedTable } from '#libs/projection-engine/rederive';

/** The report with what was found of the read tables (V12). */
export function withTables(report: AuditReport, { tables }: Rederived): AuditReport {
  const found = tables.flatMap(faultsOf);
  const byCheck: Partial<Record<AuditCheck, number>> = { ...report.byCheck };
  for (const { check } of found) byCheck[check] = (byCheck[check] ?? 0) + 1;
  return { ...report, faults: [...report.faults, ...found], byCheck, faultCount: report.faultCount + countOf(tables) };
}

const countOf = (tables: readonly RederivedTable[]): number =>
  tables.reduce((sum, { live, faultCount }) => sum + (live === null ? 1 : faultCount), 0);

function faultsOf({ projection, table, live, faults }: RederivedTable): AuditFault[] {
  if (live === null) return [{ step: 'V12', check: 'PROJ_STOPPED', detail: `${projection} ${table}` }];
  return faults.map(({ check, key, columns }) => ({
    step: 'V12',
    check,
    detail: `${table} ${key.join(', ')}${columns.length === 0 ? '' : `: ${columns.join(', ')}`}`,
  }));
}
