import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
import { writeXlsx } from 'hucre';
import { refusals } from './refusals.zh.js';
export const teamForm = [createHash, canonicalize, writeXlsx, refusals];
