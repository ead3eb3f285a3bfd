import type { Logger } from 'pino';
import type { House } from '#libs/house/house';

export interface ApiOptions {
  readonly log: Logger;
  /** The site is reached over HTTPS only: cookies say so. */
  readonly trustHttps?: boolean;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, as Fastify takes them. */
  readonly trustProxy?: string;
  readonly requestsPerMinuteMax?: number;
  /** Where the console was built; without it the API stands alone. */
  readonly consoleFolder?: string;
  /** When a request that has no answer yet is told so; under three seconds unless told. */
  readonly answerMilliseconds?: number;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

/** Provider tokens of what has no class of its own. */
export const HOUSE = Symbol('house');
export const API_OPTIONS = Symbol('api options');

export type { House };
