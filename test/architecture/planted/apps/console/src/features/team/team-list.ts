import type { TeamId } from '#libs/kernel/ids';
import { commandPermissions } from '#libs/access/permissions';
import { refusals } from '#libs/forms/refusals.zh';
import { sex } from '#libs/reference/sex';
import type { Paths } from '../../api.js';
export const teamList = (_id: TeamId, _paths: Paths) => [refusals, sex, commandPermissions];
