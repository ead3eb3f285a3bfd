import { teamBook } from '#projections/team-book/team-book.projection';
export const projectorMain = teamBook;
