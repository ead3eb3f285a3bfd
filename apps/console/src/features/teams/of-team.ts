/** One team's year, as its tabs are given it. */
export interface OfTeamYear {
  readonly teamId: string;
  readonly year: number;
}
