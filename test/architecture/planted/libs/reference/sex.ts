import { isHoliday } from 'chinese-days';
import type { TeamId } from '#libs/kernel/ids';
export const open = (day: string, _team: TeamId): boolean => !isHoliday(day);
