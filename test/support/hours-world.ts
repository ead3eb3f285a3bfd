import { randomUUID } from 'node:crypto';
import type { ActivityCommand } from '#libs/activity/activity.commands';
import { whenAttendanceIsAttestedThenHoursAreCredited } from '#libs/activity/activity.reactions';
import { activityDesk } from '#libs/counter/activity.desk';
import type { CounterParts } from '#libs/counter/desk';
import { hoursDesk } from '#libs/counter/hours.desk';
import { yearCloseDesk } from '#libs/counter/year-close.desk';
import { EventCodec } from '#libs/event-store/codec';
import { Ledger, Refused, type Receipt } from '#libs/event-store/ledger';
import { hoursDecider } from '#libs/hours/hours.decider';
import type { HoursCommand } from '#libs/hours/hours.commands';
import { hoursStream } from '#libs/hours/hours.events';
import {
  whenServiceHoursAreAttestedThenTheyAreCredited,
  whenServiceHoursAreMovedThenTheRightPersonIsCredited,
} from '#libs/hours/hours.reactions';
import { carriedMinutesOf, type Hours } from '#libs/hours/hours.state';
import { yearCloseCommands, type YearCloseCommand } from '#libs/hours/year-close.commands';
import { eventCatalogue } from '#libs/house/catalogue';
import type { Message } from '#libs/kernel/decider';
import type { AccountId, CommandId } from '#libs/kernel/ids';
import type { LocalDate } from '#libs/kernel/time';
import { Follower } from '#libs/projection-engine/follower';
import type { Projection } from '#libs/projection-engine/projection';
import { ReactionRunner } from '#libs/projection-engine/reaction-runner';
import { writerKey } from '#libs/proof/entry';
import { accountId } from './service-facts.js';
import { applied, enrolled, established, organizationId, teamId, volunteerId } from './made-up-facts.js';
import type { ProjectionBench } from './projection-bench.js';

export type AnyHoursCommand = ActivityCommand | HoursCommand | YearCloseCommand;

export const recorder = accountId(1);
export const attester = accountId(2);
export const approver = accountId(3);

/** The real desks, deciders and reactions on a log in memory, windows and checkpoints in PostgreSQL; the clock is the test's. */
export class HoursWorld {
  today = '2025-12-20' as LocalDate;
  readonly ledger: Ledger;
  private readonly desks: readonly [object, { perform(command: never, context: never): Promise<Receipt> }][];
  private readonly runner: ReactionRunner;
  private readonly codec = new EventCodec(eventCatalogue);

  private constructor(
    readonly bench: ProjectionBench,
    readonly projections: readonly Projection[],
  ) {
    const { store, keys, readPool: pool } = bench;
    const now = (): number => Date.parse(`${this.today}T13:00:00.000Z`);
    this.ledger = new Ledger({ store, codec: this.codec, keys, writer: writerKey(), log: 'bench', now });
    const tree = { ancestry: async () => [organizationId(1), organizationId(2)] };
    const parts = { ledger: this.ledger, store, tree } as unknown as CounterParts;
    this.desks = [
      [yearCloseCommands, yearCloseDesk(parts)],
      [{ PlanActivity: 0, HoldSession: 0, RecordAttendance: 0, AttestAttendance: 0 }, activityDesk(parts)],
    ];
    this.hours = hoursDesk(parts);
    this.runner = new ReactionRunner({
      ...{ store, codec: this.codec, keys, pool, schema: 'read' },
      reactions: [
        whenAttendanceIsAttestedThenHoursAreCredited,
        whenServiceHoursAreAttestedThenTheyAreCredited,
        whenServiceHoursAreMovedThenTheRightPersonIsCredited,
      ],
      submit: (command: Message<string, unknown>, context) =>
        this.deskOf(command.type).perform(command as never, context as never),
      onRefused: async (_reaction, _recorded, refusal) => void this.refusedReactions.push(refusal),
      onStopped: (name, { why }) => {
        throw new Error(`${name} stopped: ${why}`);
      },
    });
  }

  private readonly hours: { perform(command: never, context: never): Promise<Receipt> };
  /** What did not follow because a rule said no. */
  readonly refusedReactions: string[] = [];

  static async open(bench: ProjectionBench, projections: readonly Projection[], people: number): Promise<HoursWorld> {
    const world = new HoursWorld(bench, projections);
    await bench.givenAll([
      ...Array.from({ length: people }, (_none, i) => i + 1).map(
        (n) => [`volunteer-${volunteerId(n)}`, applied(n), enrolled(n)] as const,
      ),
      ...[1, 2].map((n) => [`team-${teamId(n)}`, established(n)] as const),
    ]);
    await world.runner.ensure();
    return world;
  }

  private deskOf(type: string): { perform(command: never, context: never): Promise<Receipt> } {
    return this.desks.find(([commands]) => Object.hasOwn(commands, type))?.[1] ?? this.hours;
  }

  /** The rule that refused it; undefined where it went through. What follows from it has followed when this answers. */
  async give(by: AccountId, command: AnyHoursCommand): Promise<string | undefined> {
    const context = { commandId: randomUUID() as CommandId, by, org: organizationId(1) };
    try {
      await this.deskOf(command.type).perform(command as never, context as never);
    } catch (error) {
      if (error instanceof Refused) return error.refusal.refused;
      throw error;
    }
    while ((await this.runner.step()) > 0);
    return undefined;
  }

  hoursOf(person: number, year: number): Promise<Hours> {
    return this.ledger.load(hoursDecider, hoursStream(volunteerId(person), year));
  }

  /** Ends a person's year and begins the next, as the close of the books does. */
  async close(person: number, year: number): Promise<string | undefined> {
    const whose = { volunteerId: volunteerId(person), year };
    const refused = await this.give(approver, {
      type: 'CloseHoursYear',
      data: { ...whose, organizationId: organizationId(1) },
    });
    if (refused) return refused;
    const stream = hoursStream(whose.volunteerId, year);
    const { revision, leafHash } = await this.headOf(stream);
    const carriedMinutes = carriedMinutesOf(await this.hoursOf(person, year));
    const opened = { closedRevision: revision, closedHash: leafHash, carriedMinutes };
    return this.give(approver, { type: 'OpenHoursYear', data: { ...whose, year: year + 1, ...opened } });
  }

  private async headOf(stream: string): Promise<{ revision: number; leafHash: string }> {
    const head = await this.bench.store.headOf(stream);
    if (head === 'no_stream') throw new Error(`${stream} has no entry`);
    // What the opening names is not what these tests are about: any hash of the right shape does.
    return { revision: head, leafHash: Buffer.alloc(32, head % 256).toString('base64') };
  }

  get followerParts() {
    const { store, keys, source, readPool: pool } = this.bench;
    return { store, codec: this.codec, keys, source, pool, projections: this.projections, schema: 'read' };
  }

  /** Lets the windows see the end of the log. */
  async settled(): Promise<void> {
    const follower = new Follower(this.followerParts);
    while ((await follower.step()) > 0);
    const stopped = (await follower.ensure()).filter((checkpoint) => checkpoint.stopped !== null);
    if (stopped.length > 0) throw new Error(stopped.map(({ name, stopped: at }) => `${name}: ${at?.why}`).join('; '));
  }
}
