import { useEffect, useState } from 'react';

const settledMilliseconds = 250;

/** What was typed, once a moment passes without another key: the field follows each key, the server is asked once. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), settledMilliseconds);
    return () => clearTimeout(timer);
  }, [typed]);
  return settled;
}
