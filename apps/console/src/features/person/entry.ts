import type { RowOf } from '../../api/query.js';

export type Entry = RowOf<'/api/volunteers/{volunteerId}/years/{year}/entries'>;
