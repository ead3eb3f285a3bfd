/**
 * A server that speaks the part of EventStoreDB's protocol which the adapter uses, for tests, in a process of its own: append
 * (single and batch), reads, filtered subscriptions with checkpoints, gossip of several nodes with a leader, soft delete,
 * tombstone, the limit of an append, a small cache of ids, and faults that can be switched on.
 *
 * What it does NOT prove: nothing is on a disk, so no durability; nothing is replicated, so no behaviour of elections, of a
 * minority, of a lagging follower's data; no access rules beyond one name and password; no scavenge, no $maxAge or $maxCount,
 * no persistent subscriptions, no projections or links; nothing of the real server's speed; and its answers are those of our
 * reading of the sources of 24.2 and of what was seen on the wire, not those of a server. `ESDB_TEST_URL` runs the same specs
 * against a real one; see docs/eventstoredb.md.
 */
import { Cluster, type ClusterOptions } from './cluster.js';
import { noFaults, type Faults } from './faults.js';
import type { Certificate } from './member.js';

/** What the parent process may ask. */
export type Order =
  | { readonly set: Partial<Faults> }
  | { readonly heal: true }
  | { readonly leader: number }
  | { readonly cut: number }
  | { readonly down: number }
  | { readonly up: number }
  | { readonly certificate: Certificate }
  | { readonly remove: string; readonly forEver: boolean }
  | { readonly count: true };

const cluster = new Cluster(JSON.parse(process.argv[2] ?? '{}') as ClusterOptions);

async function ofNodes(order: Order): Promise<void> {
  if ('leader' in order) cluster.leader = order.leader;
  if ('cut' in order) await cluster.nodes[order.cut]!.cut();
  if ('down' in order) cluster.nodes[order.down]!.down();
  if ('up' in order) await cluster.nodes[order.up]!.up();
  if ('certificate' in order) {
    cluster.certificate = order.certificate;
    for (const node of cluster.nodes) await node.cut();
  }
}

async function carryOut(order: Order): Promise<unknown> {
  if ('set' in order) Object.assign(cluster.faults, order.set);
  if ('heal' in order) {
    Object.assign(cluster.faults, noFaults());
    cluster.log.watchers.wake();
  }
  if ('remove' in order) cluster.log.delete(order.remove, order.forEver);
  await ofNodes(order);
  return 'count' in order ? cluster.log.all.filter(({ stream }) => !stream.startsWith('$')).length : cluster.faults;
}

process.on('message', ({ n, order }: { n: number; order: Order }) => {
  void carryOut(order).then(
    (done) => process.send?.({ n, done }),
    (error: unknown) => process.send?.({ n, failed: String(error) }),
  );
});
// The parent has gone, whatever way.
process.on('disconnect', () => process.exit(0));
await cluster.up();
process.send?.({ ports: cluster.nodes.map(({ port }) => port) });
