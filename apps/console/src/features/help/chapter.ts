/** What the handbook says of one page. */
export interface Chapter {
  /** The page's address in the menu; pages below it belong to it. */
  readonly path: string;
  /** What it is for, in a sentence. */
  readonly purpose: string;
  /** One act after the other. */
  readonly steps: readonly string[];
  /** What users ask or stumble over. */
  readonly notes?: readonly string[];
  /** File in `pictures`, taken by a browser test. */
  readonly picture?: string;
}
