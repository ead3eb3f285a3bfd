export type { teamBookQuery } from '#projections/team-book/team-book.query';
