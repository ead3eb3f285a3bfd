export { teamBook } from '#projections/team-book/team-book.projection';
