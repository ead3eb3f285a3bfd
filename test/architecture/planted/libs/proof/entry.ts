import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';
export const entry = [createHash, canonicalize];
