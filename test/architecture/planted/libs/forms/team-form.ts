import { writeXlsx } from 'hucre';
import { refusals } from './refusals.zh.js';
export const teamForm = [writeXlsx, refusals];
