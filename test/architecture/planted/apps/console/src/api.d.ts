export type Paths = object;
