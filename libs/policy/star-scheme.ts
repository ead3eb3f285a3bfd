/** Who decides on a star; stars are applied for and decided, never given by the count alone. */
export const starApproverLevels = ['COUNTY', 'CITY', 'PROVINCE'] as const;
export type StarApproverLevel = (typeof starApproverLevels)[number];

export interface StarLevel {
  readonly stars: 1 | 2 | 3 | 4 | 5;
  readonly serviceMinutesMin: number;
  readonly approverLevel: StarApproverLevel;
}

/** Levels from one star upwards. Real schemes differ from city to city, so each issuer has its own; a version is never edited. */
export interface StarScheme {
  readonly id: string;
  readonly version: number;
  readonly issuer: string;
  readonly source: string;
  /** First day on which it may be adopted, `YYYY-MM-DD`; null where its text at hand does not say. */
  readonly effectiveFrom: string | null;
  readonly levels: readonly StarLevel[];
}

const MINUTES_PER_HOUR = 60;

// The split of approvers follows Fujian's measures of 2013, the only one found.
const approverLevels: readonly StarApproverLevel[] = ['COUNTY', 'COUNTY', 'CITY', 'CITY', 'PROVINCE'];

const levelsOf = (...hours: readonly [number, number, number, number, number]): readonly StarLevel[] =>
  hours.map((atLeast, i) => ({
    stars: (i + 1) as StarLevel['stars'],
    serviceMinutesMin: atLeast * MINUTES_PER_HOUR,
    approverLevel: approverLevels[i] ?? 'PROVINCE',
  }));

// The five figures are those of the draft as announced on 2012-09-27; the article number in the final text is not
// known to us.
export const nationalStarScheme: StarScheme = {
  id: 'STAR-2012-340',
  version: 1,
  issuer: '民政部',
  source: '民函〔2012〕340号《志愿服务记录办法》（数值据2012年9月27日公布的草案）',
  effectiveFrom: '2012-10-23',
  levels: levelsOf(100, 300, 600, 1_000, 1_500),
};

/** rules 2.2: known from reports about it, not from its text. */
export const zhangjiagangStarScheme: StarScheme = {
  id: 'STAR-ZJG-1',
  version: 1,
  issuer: '张家港市',
  source: '张家港市志愿者星级认定标准（据转述，原文未见）',
  effectiveFrom: null,
  levels: levelsOf(30, 60, 100, 200, 300),
};

/** rules 2.2: known from reports about it, not from its text. */
export const beijingStarScheme: StarScheme = {
  id: 'STAR-BJ-1',
  version: 1,
  issuer: '北京市',
  source: '北京市志愿者星级认定标准（2010年代，据转述，原文未见）',
  effectiveFrom: null,
  levels: levelsOf(100, 200, 500, 800, 1_000),
};

/** Every version of every scheme; one that was adopted is never taken out, since awarded stars name it. */
export const starSchemes: readonly StarScheme[] = [nationalStarScheme, zhangjiagangStarScheme, beijingStarScheme];

export const findStarScheme = (id: string, version: number): StarScheme | undefined =>
  starSchemes.find((scheme) => scheme.id === id && scheme.version === version);
