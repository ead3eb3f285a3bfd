/** Whose books, of which year. */
export interface BookOf {
  readonly organizationId: string;
  readonly year: number;
}
