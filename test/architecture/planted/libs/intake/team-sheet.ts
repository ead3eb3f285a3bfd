import { readXlsx } from 'hucre';
import { open } from '#libs/reference/sex';
export const teamSheet = [readXlsx, open];
