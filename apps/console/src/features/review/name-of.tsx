import { api } from '../../api/client.js';
import type { Item } from './item.js';

/** Whom an item is about; a request about personal data names nobody, and its name is asked for. */
export function NameOf({ item }: { readonly item: Item }) {
  const volunteerId = item.kind === 'batch' ? '' : item.of.volunteerId;
  const { data } = api.useQuery(
    'get',
    '/api/volunteers/{volunteerId}',
    { params: { path: { volunteerId } } },
    { enabled: item.name === '', staleTime: 600_000 },
  );
  return <>{item.name || (data?.name ?? '……')}</>;
}
