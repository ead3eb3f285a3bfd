import type { Message } from '#libs/kernel/decider';
import { correctionCommands } from './correction.commands.js';
import { disputeCommands } from './dispute.commands.js';
import { entryCommands } from './entry.commands.js';

export const hoursCommands = { ...entryCommands, ...correctionCommands, ...disputeCommands } as const;

type MessageOf<Commands extends Readonly<Record<string, abstract new () => object>>> = {
  [T in keyof Commands & string]: Message<T, InstanceType<Commands[T]>>;
}[keyof Commands & string];

export type EntryCommand = MessageOf<typeof entryCommands>;
export type CorrectionCommand = MessageOf<typeof correctionCommands>;
export type DisputeCommand = MessageOf<typeof disputeCommands>;
export type HoursCommand = EntryCommand | CorrectionCommand | DisputeCommand;
