import { validateSync } from 'class-validator';
import type { Actor } from '#libs/access/actor';
import { mayCommand, type Ancestry } from '#libs/access/permissions';
import { commandClasses, type AnyCommand } from '#libs/counter/counter';
import type { RowFault } from '#libs/intake/fault';
import { faultAt, type Plan, type PlannedRow } from './plan.js';

/** The same shapes that the API holds its requests to, so that a sheet gets nothing into the ledger that a form would not. */
export function shapeFaults({ type, data }: AnyCommand): readonly string[] {
  const shape = commandClasses[type];
  if (!shape) return [];
  const errors = validateSync(Object.assign(new shape(), data), { whitelist: true, forbidNonWhitelisted: true });
  return errors.flatMap(({ constraints = {} }) => Object.values(constraints));
}

/** The plan without the rows whose commands would not be accepted in their shape, and the faults of these. */
export function withoutMisshapen(plan: Plan): Plan {
  const faults: RowFault[] = [];
  const obstacles: string[] = [];
  const isWellShaped = (row: PlannedRow): boolean => {
    const sentences = [...new Set(row.steps.flatMap(({ command }) => shapeFaults(command)))];
    faults.push(
      ...row.rows.flatMap((sheetRow) =>
        sentences.map((sentence) =>
          faultAt(sheetRow, sentence.split('：')[0] ?? '', 'command_misshapen', `${sentence}。`),
        ),
      ),
    );
    if (row.rows.length === 0) obstacles.push(...sentences.map((sentence) => `${sentence}。`));
    return sentences.length === 0;
  };
  const stages = plan.stages.map((stage) => stage.filter(isWellShaped));
  return { ...plan, stages, faults: [...plan.faults, ...faults], obstacles: [...plan.obstacles, ...obstacles] };
}

/** Said before the first row and not at each of them: what this account may not do here. */
export function permissionObstacles(plan: Plan, actor: Actor, ancestry: Ancestry): readonly string[] {
  const types = new Set(plan.stages.flat().flatMap(({ steps }) => steps.map(({ command }) => command.type)));
  const verdicts = new Set([...types].map((type) => mayCommand(actor, type, { ancestry })));
  if (verdicts.has('out_of_scope')) return ['该党组织不在当前账号的管理范围内。'];
  return verdicts.has('role_missing')
    ? ['当前账号的角色不能办理这次导入的全部事项，请由单位党办或上级组织部门的账号导入。']
    : [];
}
