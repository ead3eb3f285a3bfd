import type { components } from '../../api/api.js';

export type Account = components['schemas']['AccountListing'];
