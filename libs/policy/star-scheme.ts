/** Who decides on a star; stars are applied for and decided, never given by the count alone. */
export type StarApproverLevel = 'COUNTY' | 'CITY' | 'PROVINCE';

export interface StarLevel {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly serviceMinutesMin: number;
  readonly approverLevel: StarApproverLevel;
}

/** Levels from one star upwards. Real schemes differ from city to city, so a pack carries its own. */
export interface StarScheme {
  readonly id: string;
  readonly version: number;
  readonly source: string;
  readonly levels: readonly StarLevel[];
}

const MINUTES_PER_HOUR = 60;

// The five figures are those of the draft as announced on 2012-09-27; the article number in the final text is not
// known to us. The split of approvers follows Fujian's measures of 2013, the only one found.
export const nationalStarScheme: StarScheme = {
  id: 'STAR-2012-340',
  version: 1,
  source: '民函〔2012〕340号《志愿服务记录办法》（数值据2012年9月27日公布的草案）',
  levels: [
    { stars: 1, serviceMinutesMin: 100 * MINUTES_PER_HOUR, approverLevel: 'COUNTY' },
    { stars: 2, serviceMinutesMin: 300 * MINUTES_PER_HOUR, approverLevel: 'COUNTY' },
    { stars: 3, serviceMinutesMin: 600 * MINUTES_PER_HOUR, approverLevel: 'CITY' },
    { stars: 4, serviceMinutesMin: 1_000 * MINUTES_PER_HOUR, approverLevel: 'CITY' },
    { stars: 5, serviceMinutesMin: 1_500 * MINUTES_PER_HOUR, approverLevel: 'PROVINCE' },
  ],
};
