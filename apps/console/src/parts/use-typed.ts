import { useState } from 'react';
import type { Filters } from './filters.js';
import { useSettled } from './settled.js';

/** What is typed to find something, and what of it has settled; another text begins at the first page. */
export function useTyped(filters: Pick<Filters<object>, 'asked' | 'set'>) {
  const [typed, setTyped] = useState('');
  const text = useSettled(typed.trim());
  return {
    typed,
    text,
    setTyped: (next: string): void => {
      setTyped(next);
      if (filters.asked.page > 1) filters.set({});
    },
  };
}
