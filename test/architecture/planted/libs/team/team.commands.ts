import { IsUUID } from 'class-validator';
import { open } from '#libs/reference/sex';
import { hoursPerYearMin } from '#libs/policy/hours';
export const shape = [IsUUID, open, hoursPerYearMin];
