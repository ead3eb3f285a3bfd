import { describe, expect, it } from '@jest/globals';
import type { AccountId, OrganizationId } from '#libs/kernel/ids';
import type { Actor, Role } from './actor.js';
import { mayCommand } from './permissions.js';

const county = '00000000-0000-4000-8000-0000000000a1' as OrganizationId;
const other = '00000000-0000-4000-8000-0000000000a2' as OrganizationId;
const ancestry = [county];
const actorOf = (role: Role, organizationId = county): Actor => ({
  accountId: '00000000-0000-4000-8000-0000000000c1' as AccountId,
  displayName: '测试账号',
  grants: [{ role, organizationId }],
});

describe('a command whose decision was left to some of its roles', () => {
  it.each([
    ['COUNTY_OFFICE', undefined, 'allowed'],
    ['COUNTY_OFFICE', ['COUNTY_OFFICE', 'CITY_OFFICE'], 'allowed'],
    ['COUNTY_OFFICE', ['CITY_OFFICE'], 'role_missing'],
    ['CITY_OFFICE', ['CITY_OFFICE'], 'allowed'],
    ['TEAM_LEADER', ['TEAM_LEADER'], 'role_missing'],
  ] as const)('%s, left to %j: %s', (role, roles, verdict) => {
    expect(mayCommand(actorOf(role), 'AwardStar', { ancestry, ...(roles ? { roles } : {}) })).toBe(verdict);
  });

  it('is still held to its organization', () => {
    expect(mayCommand(actorOf('CITY_OFFICE', other), 'AwardStar', { ancestry, roles: ['CITY_OFFICE'] })).toBe(
      'out_of_scope',
    );
  });
});
