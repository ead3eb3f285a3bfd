import { Link } from 'react-router';
import { readingRoles } from '#libs/access/permissions';
import { api } from '../api/client.js';
import { rolesOf, useMe } from '../frame/session.js';

interface LinkProps {
  readonly organizationId: string;
  readonly name: string;
}

/** A name that leads to the organization's page, for those who may open it. */
export function OrganizationLink({ organizationId, name }: LinkProps) {
  const mayOpen = rolesOf(useMe()).some((role) => readingRoles.includes(role));
  return mayOpen ? <Link to={`/organizations/${organizationId}`}>{name}</Link> : <>{name}</>;
}

interface NameProps {
  readonly organizationId: string;
  /** Without the way to its page: within a choice. */
  readonly isPlain?: boolean;
}

/** The name of an organization that a list knows by its id alone; asked for once. */
export function OrganizationName({ organizationId, isPlain = false }: NameProps) {
  const { data, isError } = api.useQuery(
    'get',
    '/api/organizations/{organizationId}',
    { params: { path: { organizationId } } },
    { staleTime: 600_000 },
  );
  if (isError) return <>（不在查阅范围内）</>;
  if (!data) return <>……</>;
  return isPlain ? <>{data.name}</> : <OrganizationLink organizationId={organizationId} name={data.name} />;
}
