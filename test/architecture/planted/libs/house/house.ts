import { counter } from '#libs/counter/counter';
import { postgresStore } from '#libs/event-store/postgres/postgres-store';
import { catalogue } from '#projections/catalogue';
export const house = [counter, postgresStore, catalogue];
