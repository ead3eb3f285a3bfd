import { useState } from 'react';
import type { Item } from './item.js';

interface Place {
  readonly key?: string | undefined;
  readonly index: number;
}

/**
 * Which line is looked at: the same item while it is there, wherever the list puts it; once it was decided and left the list, what
 * took its place. Answers its index, −1 in an empty list, and how to go elsewhere.
 */
export function usePlace(shown: readonly Item[]): readonly [number, (index: number) => void] {
  const [place, setPlace] = useState<Place>({ index: 0 });
  const found = place.key === undefined ? -1 : shown.findIndex(({ key }) => key === place.key);
  const at = found < 0 ? Math.min(place.index, shown.length - 1) : found;
  return [at, (index) => setPlace({ key: shown[index]?.key, index })];
}
