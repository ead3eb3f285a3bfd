import { api } from '../api/client.js';

/** The name of an organization that a list knows by its id alone; asked for once. */
export function OrganizationName({ organizationId }: { readonly organizationId: string }) {
  const { data, isError } = api.useQuery(
    'get',
    '/api/organizations/{organizationId}',
    { params: { path: { organizationId } } },
    { staleTime: 600_000 },
  );
  if (isError) return <>（不在查阅范围内）</>;
  return <>{data?.name ?? '……'}</>;
}
