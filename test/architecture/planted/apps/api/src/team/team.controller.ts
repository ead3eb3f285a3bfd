import { Controller } from '@nestjs/common';
import { catalogue } from '#projections/catalogue';
import type { TeamBookEntity } from '#projections/team-book/team-book.entity';
import { teamBookQuery } from '#projections/team-book/team-book.query';
import { postgresStore } from '#libs/event-store/postgres/postgres-store';
export const controller = [Controller, catalogue, teamBookQuery, postgresStore];
export type Row = typeof TeamBookEntity;
