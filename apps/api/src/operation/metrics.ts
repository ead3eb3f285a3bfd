import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { Position } from '#libs/event-store/port';
import { isAlarming, type LastAudit } from '#libs/house/last-audit';
import { HOUSE, type House } from '../api-parts.js';

const lagEntriesMax = 1_000;

/** Figures for Prometheus; each API has a registry of its own. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  /** By route pattern, never by URL: a URL holds ids. */
  readonly requestSeconds = new Histogram({
    name: 'zhice_request_seconds',
    help: 'HTTP requests by route pattern, method and status',
    labelNames: ['route', 'method', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  readonly appendSeconds = new Histogram({
    name: 'zhice_command_seconds',
    help: 'From taking a command to its receipt, by command',
    labelNames: ['command'],
    buckets: [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.5, 1, 5],
    registers: [this.registry],
  });

  constructor(@Inject(HOUSE) house: House) {
    collectDefaultMetrics({ register: this.registry });
    gauge(
      this.registry,
      {
        name: 'zhice_projection_lag_entries',
        help: `Entries not yet seen, counted up to ${lagEntriesMax}`,
        labels: ['projection'],
      },
      async (one) => {
        // Windows mostly stand together: each position is counted from once.
        const counted = new Map<Position | null, number>();
        for (const { name, position } of await house.engine.checkpoints()) {
          const lag = counted.get(position) ?? (await house.store.readAll(position, lagEntriesMax)).entries.length;
          counted.set(position, lag);
          one.set({ projection: name }, lag);
        }
      },
    );
    stoppedGauges(this.registry, house);
    gauge(
      this.registry,
      { name: 'zhice_refused_reactions', help: 'Reactions that a rule refused', labels: [] },
      async (one) => one.set(await refusedReactions(house)),
    );
    auditGauges(this.registry, house);
    letterGauges(this.registry, house);
  }
}

/** Which stopped, for an alarm; and before which entry and why, for whoever is woken by it. */
function stoppedGauges(registry: Registry, { engine }: House): void {
  gauge(
    registry,
    { name: 'zhice_projection_stopped', help: '1 where a fold refused an entry', labels: ['projection'] },
    async (one) => {
      for (const { name, stopped } of await engine.checkpoints()) one.set({ projection: name }, stopped ? 1 : 0);
    },
  );
  gauge(
    registry,
    {
      name: 'zhice_projection_stopped_before',
      help: 'The entry that a stopped one stands before, and why; absent where none stopped',
      labels: ['projection', 'position', 'type', 'event', 'why'],
    },
    async (one) => {
      const checkpoints = await engine.checkpoints();
      // What goes on again is not to be told for ever.
      one.reset();
      for (const { name, stopped } of checkpoints)
        if (stopped) {
          const { position, type, eventId = '', why } = stopped;
          one.set({ projection: name, position, type, event: eventId, why }, 1);
        }
    },
  );
}

function letterGauges(registry: Registry, { letters }: House): void {
  gauge(
    registry,
    { name: 'zhice_letters', help: 'Letters to people outside that are not delivered, by state', labels: ['state'] },
    async (one) => {
      const { waiting, givenUp } = await letters.counts();
      one.set({ state: 'waiting' }, waiting);
      one.set({ state: 'given_up' }, givenUp);
    },
  );
  gauge(
    registry,
    { name: 'zhice_letters_oldest_seconds', help: 'How long the oldest letter has waited', labels: [] },
    async (one) => one.set((await letters.counts()).oldestSeconds),
  );
}

/** Alarms hang on these: findings above 0, `zhice_audit_alarm` at 1, or an end too long ago. */
function auditGauges(registry: Registry, { lastAudit, time }: House): void {
  const figures: readonly (readonly [string, string, (last: LastAudit) => number])[] = [
    ['zhice_audit_findings', 'Findings of the last nightly audit', ({ faultCount }) => faultCount],
    ['zhice_audit_ended_seconds', 'When the last nightly audit ended, since 1970', ({ at }) => Date.parse(at) / 1000],
    [
      'zhice_audit_alarm',
      '1 where the last nightly audit found something, failed or is overdue',
      (last) => (isAlarming(last, time()) ? 1 : 0),
    ],
  ];
  for (const [name, help, of] of figures)
    gauge(registry, { name, help, labels: [] }, async (one) => {
      const last = await lastAudit();
      one.reset();
      if (last) one.set(of(last));
    });
}

export async function refusedReactions({ main }: Pick<House, 'main'>): Promise<number> {
  const [row] = await main.query<{ n: number }[]>('select count(*)::int as n from registry.refused_reaction');
  return row?.n ?? 0;
}

function gauge(
  registry: Registry,
  said: { readonly name: string; readonly help: string; readonly labels: readonly string[] },
  fill: (one: Gauge) => Promise<void>,
): void {
  new Gauge({
    name: said.name,
    help: said.help,
    labelNames: [...said.labels],
    registers: [registry],
    async collect() {
      await fill(this);
    },
  });
}
