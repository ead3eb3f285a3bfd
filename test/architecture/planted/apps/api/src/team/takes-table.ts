export { TeamBookEntity } from '#projections/team-book/team-book.entity';
