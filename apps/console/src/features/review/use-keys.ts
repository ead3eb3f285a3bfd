import { useEffect } from 'react';

export interface Keys {
  readonly next: () => void;
  readonly previous: () => void;
  readonly approve: () => void;
  readonly refuse: () => void;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('.ant-modal, .ant-drawer') !== null ||
    (target.matches('input, textarea, select') && !target.matches('[type="checkbox"], [type="radio"]')));

/** J and K go through the list, A says yes, R opens the reason; not while somebody types. */
export function useKeys({ next, previous, approve, refuse }: Keys): void {
  useEffect(() => {
    const acts: Readonly<Record<string, () => void>> = { j: next, k: previous, a: approve, r: refuse };
    const press = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isTyping(event.target)) return;
      const act = acts[event.key.toLowerCase()];
      if (!act) return;
      event.preventDefault();
      act();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [next, previous, approve, refuse]);
}
