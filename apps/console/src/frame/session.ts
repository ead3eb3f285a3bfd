import { useQuery } from '@tanstack/react-query';
import type { Role } from '#libs/access/actor';
import { commandPermissions } from '#libs/access/permissions';
import type { components } from '../api/api.js';
import { http } from '../api/client.js';
import { Refusal } from '../api/problem.js';

export type Me = components['schemas']['Me'];

export const meKey = ['me'];

/** Who signed in; null when nobody did. */
async function askWhoIsThere(): Promise<Me | null> {
  try {
    const { data } = await http.GET('/api/me');
    return data ?? null;
  } catch (error) {
    if (error instanceof Refusal && error.problem.status === 401) return null;
    throw error;
  }
}

export const useSession = () => useQuery({ queryKey: meKey, queryFn: askWhoIsThere, staleTime: 60_000 });

/** Who signed in, on pages that only stand when somebody did. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data) throw new Error('nobody is signed in');
  return data;
}

export const rolesOf = (me: Me): readonly Role[] => [...new Set(me.grants.map(({ role }) => role))];

/** Could one of this person's roles give the command somewhere? Where, the API decides. */
export function mayGive(me: Me, command: string): boolean {
  const permission = commandPermissions[command];
  if (!permission) return false;
  const roles = rolesOf(me);
  return (
    roles.some((role) => permission.roles.includes(role)) || (permission.own === true && roles.includes('VOLUNTEER'))
  );
}

/** The command for somebody else than oneself. */
export const mayGiveForOthers = (me: Me, command: string): boolean =>
  rolesOf(me).some((role) => commandPermissions[command]?.roles.includes(role));

export const useMay = (command: string): boolean => mayGive(useMe(), command);
