import type pg from 'pg';
import { activityDesk } from '#libs/counter/activity.desk';
import type { CounterParts } from '#libs/counter/desk';
import { hoursCommands, type HoursCommand } from '#libs/hours/hours.commands';
import { hoursDesk } from '#libs/counter/hours.desk';
import { EventCodec } from '#libs/event-store/codec';
import { Ledger, type Context, type Receipt } from '#libs/event-store/ledger';
import type { EventStore } from '#libs/event-store/port';
import { eventCatalogue } from '#libs/house/catalogue';
import { whenAttendanceIsAttestedThenHoursAreCredited } from '#libs/activity/activity.reactions';
import type { Message } from '#libs/kernel/decider';
import { letterRules } from '#libs/counter/letters';
import { Outbox } from '#libs/outbox/outbox';
import type { Sink } from '#libs/outbox/sink';
import type { KeyRing } from '#libs/privacy/key-ring';
import { Follower } from '#libs/projection-engine/follower';
import type { Projection } from '#libs/projection-engine/projection';
import { ReactionRunner } from '#libs/projection-engine/reaction-runner';
import { writerKey } from '#libs/proof/entry';
import { activityRegister } from '#projections/activity-register/activity-register.projection';
import { teamYear } from '#projections/team-year/team-year.projection';
import { volunteerYear } from '#projections/volunteer-year/volunteer-year.projection';
import { namesOnly } from './read-tables.js';
import type { Asked } from './workload.js';

export const codec = new EventCodec(eventCatalogue);
export const writer = writerKey();
export const logName = 'simulated';
export const reaction = whenAttendanceIsAttestedThenHoursAreCredited;

/** The windows over what the simulated commands write. */
export const windows: readonly Projection[] = [activityRegister, volunteerYear, teamYear];

export interface MemberParts {
  readonly store: EventStore;
  readonly keys: KeyRing;
  readonly pool: pg.Pool;
  readonly sink: Sink;
  readonly now: () => number;
  readonly batchEntries: number;
  /** What may never happen: a window or a reaction stops, a credit is refused. */
  readonly onFault: (what: string) => void;
  readonly bendContext?: ((context: Context) => Context) | undefined;
}

/** No disk in a simulation: whatever paper is named was handed in. */
const paperIsThere = {
  find: async (sha256: string) => ({ sha256, bytes: 1_000, contentType: 'PDF' }),
} as CounterParts['evidenceFiles'];

const isOfHours = (command: Asked['command']): command is HoursCommand => Object.hasOwn(hoursCommands, command.type);

/** All that one process of the product remembers: lost when it dies. The production classes, over connections that fail. */
export class Member {
  readonly follower: Follower;
  readonly outbox: Outbox;
  private readonly activity;
  private readonly hours;

  constructor(private readonly parts: MemberParts) {
    const { store, keys, pool, sink, now, batchEntries } = parts;
    const ledger = new Ledger({ store, codec, keys, writer, log: logName, now });
    const counter = { ledger, store, evidenceFiles: paperIsThere } as CounterParts;
    this.activity = activityDesk(counter);
    this.hours = hoursDesk(counter);
    this.follower = new Follower({
      ...{ store, codec, keys, pool, batchEntries },
      source: namesOnly,
      projections: windows,
      schema: 'read',
      onStopped: (name, { why }) => parts.onFault(`${name} stopped: ${why}`),
    });
    this.outbox = new Outbox({
      ...{ store, codec, keys, pool, sink },
      rules: letterRules,
      onStopped: (name, { why }) => parts.onFault(`${name} stopped: ${why}`),
    });
  }

  perform(command: Asked['command'], context: Context): Promise<Receipt> {
    return isOfHours(command) ? this.hours.perform(command, context) : this.activity.perform(command, context);
  }

  /** New for every step: how long a runner waits before it tries again is the scheduler's to say. */
  get reactions(): ReactionRunner {
    const { store, keys, pool, onFault, bendContext } = this.parts;
    return new ReactionRunner({
      ...{ store, codec, keys, pool },
      schema: 'read',
      reactions: [reaction],
      submit: (command: Message<string, unknown>, context) =>
        this.perform(command as Asked['command'], bendContext?.(context) ?? context),
      onRefused: async (_, { event }, refusal) => onFault(`${event.type} led to a refusal: ${refusal}`),
      onStopped: (name, { why }) => onFault(`${name} stopped: ${why}`),
    });
  }
}
