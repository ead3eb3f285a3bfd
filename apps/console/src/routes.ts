import type { ComponentType } from 'react';
import { roles, type Role } from '#libs/access/actor';
import { readingRoles } from '#libs/access/permissions';
import type { Group } from './frame/groups.js';

export interface Page {
  /** Below /console, with `:names` as the router takes them. */
  readonly path: string;
  readonly title: string;
  readonly group?: Group;
  /** Nobody else sees the page in the menu or reaches it by its address. */
  readonly roles: readonly Role[];
  readonly load: () => Promise<{ readonly default: ComponentType }>;
}

const everybody = roles;
const administrator: readonly Role[] = ['SYSTEM_ADMINISTRATOR'];
const offices: readonly Role[] = ['UNIT_OFFICE', 'COUNTY_OFFICE', 'CITY_OFFICE'];

/** Every page of the console, one line each. The menu, the router and the role × page test are made of it. */
// prettier-ignore
export const pages: readonly Page[] = [
  { path: '/', title: '工作台', group: 'work', roles: everybody, load: () => import('./features/workbench/workbench.js') },
  { path: '/organizations', title: '党组织', group: 'register', roles: readingRoles, load: () => import('./features/organizations/organizations.js') },
  { path: '/organizations/new', title: '登记党组织', roles: offices, load: () => import('./features/organizations/new-organization.js') },
  { path: '/accounts', title: '账号与角色', group: 'settings', roles: administrator, load: () => import('./features/accounts/accounts.js') },
  { path: '/me', title: '我的账号', group: 'settings', roles: everybody, load: () => import('./features/accounts/own-account.js') },
];

export const mayOpen = (page: Page, held: readonly Role[]): boolean => page.roles.some((role) => held.includes(role));
