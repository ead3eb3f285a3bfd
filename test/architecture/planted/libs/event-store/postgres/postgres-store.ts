import pg from 'pg';
import type { Store } from '#libs/event-store/port';
import { batch } from './batch.js';
export const postgresStore: Store = { read: () => void [pg, batch] };
