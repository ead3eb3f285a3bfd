import { describe, expect, it } from '@jest/globals';
import { randomInt } from 'node:crypto';
import type { SealedPart } from '#libs/proof/entry';
import { leafHashOf, rootOf, treeOf } from '#libs/proof/tree';
import { MemoryLog } from '../support/memory-log.js';
import { uuidFrom } from '../support/scribe.js';
import { Chance } from '../simulation/chance.js';

const histories = 1_000;
const lot = 100;
/** Another one every day; a failure names it, and ZHICE_SEED brings it back. */
const firstSeed = Number(process.env['ZHICE_SEED'] ?? randomInt(1_000_000_000));

/** A log as weeks of use leave it: people, hours, keys that come and go, idle days, witnesses that are late or silent. */
async function live(seed: number): Promise<{ log: MemoryLog; held: string[] }> {
  const chance = new Chance(seed);
  const log = new MemoryLog(String(seed));
  const held: string[] = [];
  const bound = new Map<string, SealedPart>();
  let keysUsed = 1;
  let latest = log.now;
  await log.say({
    stream: 'sys-keys',
    type: 'WriterKeyAdded',
    data: { writerKeyId: log.writers[0].id, publicKey: log.writers[0].publicKey },
  });
  const person = (): string => uuidFrom(`${seed} person ${chance.below(6)}`);
  const acts: readonly (() => Promise<unknown>)[] = [
    () => log.say({ stream: `activity-${person()}`, type: 'ActivityPlanned', data: { minutes: chance.below(600) } }),
    () =>
      log.say({
        stream: `hours-${person()}-2026`,
        type: 'ServiceHoursCredited',
        data: { servedOn: '2026-03-01', serviceMinutes: 60 },
      }),
    async () => {
      const stream = `volunteer-${person()}`;
      const part = bound.get(stream) ?? sealedPart(seed, stream);
      if (!bound.has(stream))
        await log.say({ stream, type: 'SubjectKeyBound', data: { keyId: part.kid, commitment: part.kc } });
      bound.set(stream, part);
      await log.say({ stream, type: 'ParticularsChanged', enc: [part] });
    },
    async () => {
      const next = log.writers[keysUsed];
      if (!next || keysUsed > 2) return;
      await log.say({
        stream: 'sys-keys',
        type: 'WriterKeyAdded',
        data: { writerKeyId: next.id, publicKey: next.publicKey },
      });
      log.scribe.writer = next;
      await log.say({
        stream: 'sys-keys',
        type: 'WriterKeyRevoked',
        data: { writerKeyId: log.writers[keysUsed - 1]!.id },
      });
      keysUsed++;
    },
    () => log.seal(),
    // A clock is set back by a little, nights and weekends pass.
    () => Promise.resolve((log.now = Math.max(log.now - chance.below(100_000), latest - 100_000))),
    () => Promise.resolve((log.now += chance.below(4 * 86_400_000))),
    async () => {
      const seen = chance.below(4);
      // At once, a little late, days late, or never.
      const note = await log.checkpoint(seen === 3 ? undefined : log.now + [0, 200_000, 3 * 86_400_000][seen]!);
      if (chance.below(2) === 0) held.push(note);
      // What was signed late is not looked at before it was.
      if (seen === 2) log.now += 3 * 86_400_000;
    },
  ];
  const count = 8 + chance.below(20);
  for (let i = 0; i < count; i++) {
    log.now += 1_000;
    latest = Math.max(latest, log.now);
    await acts[chance.below(acts.length)]!();
  }
  log.now += 130_000;
  await log.checkpoint();
  return { log, held };
}

const sealedPart = (seed: number, stream: string): SealedPart => ({
  ...{ g: 'identity', kid: uuidFrom(`${seed} key ${stream}`), alg: 'A256GCM-KC1' as const },
  ...{ iv: 'aXY=', ct: 'Y3Q=', tag: 'dGFn', kc: Buffer.from(uuidFrom(stream)).toString('base64').slice(0, 24) },
});

describe('An honest history raises no alarm', () => {
  it.each(Array.from({ length: histories / lot }, (_, i) => firstSeed + i * lot))(
    `${lot} of them from ZHICE_SEED=%i on`,
    async (from) => {
      for (let seed = from; seed < from + lot; seed++) {
        const { log, held } = await live(seed);
        const report = await log.audit({ held, now: Math.floor(log.now / 1000), ageSecondsMax: 3_600 });
        expect({ seed, faults: report.faults }).toEqual({ seed, faults: [] });
        const size = 1 + (seed % (report.size - 1));
        const root = await rootAt(log, size);
        const resumed = await log.audit({ held, audited: { origin: report.log, size, root } });
        expect({ seed, faults: resumed.faults, known: resumed.known }).toEqual({ seed, faults: [], known: size });
        expect((await log.audit({ held, hashesOnly: true })).faults).toEqual([]);
      }
    },
    600_000,
  );
});

async function rootAt(log: MemoryLog, size: number): Promise<Buffer> {
  const { entries } = await log.store.readAll(null, 100_000);
  return rootOf(treeOf(entries.map(({ text }) => leafHashOf(Buffer.from(text)))), size);
}
