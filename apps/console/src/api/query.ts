import type { paths } from './api.js';

/** Paths that answer a window. */
export type WindowPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
type Get<P extends WindowPath> = paths[P] extends { get: infer Operation } ? Operation : never;

/** The query of a window. */
export type QueryOf<P extends WindowPath> = NonNullable<
  Get<P> extends { parameters: { query?: infer Query } } ? Query : never
>;

/** What a window answers. */
export type AnswerOf<P extends WindowPath> =
  Get<P> extends { responses: { 200: { content: { 'application/json': infer Answer } } } } ? Answer : never;

/** One line of a window that answers pages. */
export type RowOf<P extends WindowPath> = AnswerOf<P> extends { items: readonly (infer Row)[] } ? Row : never;
