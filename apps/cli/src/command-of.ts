import { randomUUID } from 'node:crypto';
import { validateSync, type ValidationError } from 'class-validator';
import { commandClasses, type AnyCommand } from '#libs/counter/counter';
import type { Receipt } from '#libs/event-store/ledger';
import type { CommandId } from '#libs/kernel/ids';
import { CliFault } from './cli-fault.js';
import type { CliSession } from './session.js';

type DataOf<T extends AnyCommand['type']> = Extract<AnyCommand, { type: T }>['data'];

const faultsOf = ({ constraints = {}, children = [] }: ValidationError): string[] => [
  ...Object.values(constraints),
  ...children.flatMap(faultsOf),
];

/** Checks what was typed against the command's own rules; every fault at once. Throws CliFault. */
export function assertShape(type: AnyCommand['type'], data: object): void {
  const shape = commandClasses[type];
  if (!shape) throw new Error(`${type} is not a command of the counter`);
  const faults = validateSync(Object.assign(new shape(), data), {
    whitelist: true,
    forbidNonWhitelisted: true,
  }).flatMap(faultsOf);
  if (faults.length > 0) throw new CliFault([...new Set(faults)].join('\n'));
}

/**
 * Gives a command in the name of whoever has signed in. A command id of one's own makes a repetition the same act.
 * Throws CliFault and what the counter throws.
 */
export function give<T extends AnyCommand['type']>(
  { house, actor }: Pick<CliSession, 'house' | 'actor'>,
  type: T,
  data: DataOf<T>,
  commandId = randomUUID() as CommandId,
): Promise<Receipt> {
  assertShape(type, data);
  return house.counter.submit(actor, { type, data } as AnyCommand, { commandId });
}
