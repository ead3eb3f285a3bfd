import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { byUrgency, type Item } from '../../apps/console/src/features/review/item.js';
import { merged, type Loaded } from '../../apps/console/src/features/review/merged.js';

const today = '2026-07-01';
const compare = byUrgency(today);

const line = (kind: Item['kind'], key: string, day: string, hasDeadline: boolean): Item =>
  ({ kind, key, day, hasDeadline, name: '', about: '', minutes: 0, of: {} }) as unknown as Item;

/** Three sources, each in the order in which its window answers. */
const waiting = fc
  .tuple(
    ...(['application', 'hours', 'dispute'] as const).map((kind) =>
      fc.array(fc.tuple(fc.integer({ min: 1, max: 60 }), fc.boolean()), { maxLength: 40 }).map((days) =>
        days
          .map(([day, hasDeadline], at) => {
            const on = new Date(Date.UTC(2026, 5, day)).toISOString().slice(0, 10);
            return line(kind, `${kind} ${at}`, on, kind !== 'application' && hasDeadline);
          })
          .sort(compare),
      ),
    ),
  )
  .map((all) => all);

const pagesOf = (items: readonly Item[], pages: number, size: number): Item[][] =>
  Array.from({ length: pages }, (_none, at) => items.slice(at * size, (at + 1) * size));

describe('the inbox beyond the first page of each kind', () => {
  it('is the beginning of the whole list in its order, and paging on comes to the end of it', () => {
    fc.assert(
      fc.property(waiting, fc.integer({ min: 1, max: 9 }), (all, size) => {
        const whole = all.flat().sort(compare);
        const turned = all.map(() => 1);
        for (let turn = 0; ; turn += 1) {
          const loaded = all.map((items, at): Loaded => {
            const kind = (['application', 'hours', 'dispute'] as const)[at]!;
            return { name: kind, kind, pages: pagesOf(items, turned[at]!, size), total: items.length };
          });
          const { items, behind } = merged(loaded, 'all', today);
          expect(items.map(({ key }) => key).sort()).toEqual([...new Set(items.map(({ key }) => key))].sort());
          // Where two are equally urgent their order is nobody's business; how urgent the n-th is, is.
          items.forEach((item, at) => expect(compare(item, whole[at]!)).toBe(0));
          if (behind.length === 0) {
            expect(items).toHaveLength(whole.length);
            return;
          }
          expect(turn).toBeLessThan(200);
          for (const name of behind) turned[['application', 'hours', 'dispute'].indexOf(name)]! += 1;
        }
      }),
    );
  });

  it('shows a line once that a decision moved from one page to the one before while both were asked', () => {
    const days = ['2026-06-01', '2026-06-02', '2026-06-03'].map((day) => line('hours', day, day, false));
    const pages = [days.slice(0, 2), days.slice(1)];
    const { items } = merged([{ name: 'hours', kind: 'hours', pages, total: 4 }], 'all', today);
    expect(items.map(({ key }) => key)).toEqual(['2026-06-01', '2026-06-02', '2026-06-03']);
  });

  it('of one kind alone it goes as far as that kind was asked, however little of the others came', () => {
    const hours = ['2026-06-20', '2026-06-21'].map((day) => line('hours', day, day, false));
    const applications = [line('application', 'first', '2026-06-01', false)];
    const loaded: Loaded[] = [
      { name: 'applications', kind: 'application', pages: [applications], total: 500 },
      { name: 'hours', kind: 'hours', pages: [hours], total: 2 },
    ];
    expect(merged(loaded, 'hours', today)).toEqual({ items: hours, behind: [] });
    expect(merged(loaded, 'all', today)).toEqual({ items: applications, behind: ['applications'] });
  });
});
