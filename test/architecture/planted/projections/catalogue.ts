import { TeamBookEntity } from '#projections/team-book/team-book.entity';
import { teamBook } from '#projections/team-book/team-book.projection';
export const catalogue = [TeamBookEntity, teamBook];
