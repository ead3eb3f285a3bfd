export type TeamId = string;
