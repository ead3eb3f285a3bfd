import { Entity } from 'typeorm';
export const TeamBookEntity = Entity;
