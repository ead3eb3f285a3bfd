export type { teamBook } from '#projections/team-book/team-book.projection';
