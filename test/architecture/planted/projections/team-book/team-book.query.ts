import { TeamBookEntity } from './team-book.entity.js';
export const teamBookQuery = TeamBookEntity;
