/** Which year, which organizations, which page of a board. */
export interface BoardAsked {
  readonly year: number;
  readonly within: string | undefined;
  readonly page: number;
  readonly pageSize: number;
  readonly turnTo: (page: number, pageSize: number) => void;
}
