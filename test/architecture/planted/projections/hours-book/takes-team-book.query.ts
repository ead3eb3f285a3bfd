export { teamBookQuery } from '#projections/team-book/team-book.query';
