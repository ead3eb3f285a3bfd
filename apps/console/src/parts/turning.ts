import { useState } from 'react';
import { pageSizeDefault, type Filters } from './filters.js';

/** The page of a list that stands beside others or in a drawer, where the address keeps the filters of the page itself. */
export function useTurning(pageSize = pageSizeDefault): Pick<Filters<object>, 'asked' | 'turnTo'> {
  const [asked, setAsked] = useState({ page: 1, pageSize });
  return { asked, turnTo: (page, size) => setAsked({ page, pageSize: size }) };
}
