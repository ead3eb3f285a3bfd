import type { TeamId } from '#libs/kernel/ids';
import { refusals } from '#libs/forms/refusals.zh';
import type { Paths } from '../../api.js';
export const teamList = (_id: TeamId, _paths: Paths) => refusals;
