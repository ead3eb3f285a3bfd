import { describe, expect, it } from '@jest/globals';
import { dayServiceTier } from './day-service.js';
import { findPolicyPack, packs, policyPack } from './packs.js';
import type { PolicyPack, PolicyRules, Rule } from './policy-pack.js';

const zhenjiang = policyPack('ZJ-2013-37').rules;
const hefei = policyPack('HF-2013-0522').rules;

const rulesOf = (pack: PolicyPack): [string, Rule<unknown>][] =>
  Object.entries(pack.rules as unknown as Record<string, Rule<unknown> | null>).filter(
    (entry): entry is [string, Rule<unknown>] => entry[1] !== null,
  );

describe('every pack', () => {
  it.each(packs.map((pack) => [pack.id, pack] as const))('%s quotes a clause beside each number', (_id, pack) => {
    for (const [, rule] of rulesOf(pack)) {
      expect(rule.clause).toMatch(/^(?:[ZHA]-\d{2}(?:, [ZHA]-\d{2})*|民政部令第67号 第.+条|民发〔2015〕149号 .)$/);
      expect(rule.quote).not.toBe('');
    }
  });

  it.each(packs.map((pack) => [pack.id, pack] as const))(
    '%s has an id that the log accepts and a first day',
    (_id, pack) => {
      expect(pack.id).toMatch(/^[A-Z]{2}-\d{4}(-\d{1,4})?$/);
      expect(pack.version).toBeGreaterThanOrEqual(1);
      expect(pack.effectiveFrom).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    },
  );

  it('is found once by id and version, the newest if no version is named', () => {
    const keys = packs.map(({ id, version }) => `${id}/${version}`);
    expect(new Set(keys).size).toBe(keys.length);
    expect(policyPack('ZJ-2013-37', 1)).toBe(policyPack('ZJ-2013-37'));
    expect(findPolicyPack('ZJ-2013-37', 2)).toBeNull();
    expect(() => policyPack('NJ-2013')).toThrow(RangeError);
  });

  it.each(packs.map((pack) => [pack.id, pack.rules] as const))('%s keeps its numbers in order', (_id, rules) => {
    expect(rules.dayServiceMinutesSecondApprovalAbove.value).toBeLessThan(
      rules.dayServiceMinutesHigherApprovalAbove.value,
    );
    expect(rules.dayServiceMinutesHigherApprovalAbove.value).toBeLessThan(rules.dayServiceMinutesMax.value);
    expect(rules.dayServiceMinutesMax.value).toBe(24 * 60);
    expect(rules.recordingDueWorkingDays.value).toBe(10);
    expect(rules.activityTeamMembersMin.value).toBe(2);
    expect(rules.leaderReplacementDays.value).toBe(30);
  });
});

describe('Zhenjiang', () => {
  it('asks for 24 hours, 10 activities, 30 per cent and a meeting each quarter', () => {
    expect(zhenjiang.volunteerServiceMinutesPerYearMin?.value).toBe(24 * 60);
    expect(zhenjiang.teamActivitiesPerYearMin?.value).toBe(10);
    expect(zhenjiang.volunteerRatioPercentMin?.value).toBe(30);
    expect(zhenjiang.quarterlyMeetingsPerYearMin?.value).toBe(4);
  });

  it('asks for half of the hours at mid-year and for a pace that ends at the yearly number', () => {
    expect(2 * (zhenjiang.volunteerServiceMinutesAtMidYearMin?.value ?? 0)).toBe(
      zhenjiang.volunteerServiceMinutesPerYearMin?.value,
    );
    const pace = zhenjiang.teamActivitiesByQuarterMin?.value ?? [];
    expect(pace).toEqual([...pace].sort((a, b) => a - b));
    expect(pace.at(-1)).toBe(zhenjiang.teamActivitiesPerYearMin?.value);
  });

  it('has the summary due five days after the forms, and the mid-year review no later than the forms', () => {
    expect(zhenjiang.formsFilingDueMonthDay?.value).toBe('07-15');
    expect(zhenjiang.summaryFilingDueMonthDay?.value).toBe('07-20');
    expect(zhenjiang.rosterReviewWindows?.value.at(-1)?.untilMonthDay).toBe('07-15');
  });

  it('leaves no gap between team bands and none that shrinks', () => {
    const bands = zhenjiang.teamCountBands?.value ?? [];
    expect(bands.map(({ membersMin }) => membersMin).slice(1)).toEqual(
      bands.map(({ membersMax }) => membersMax).slice(0, -1),
    );
    expect(bands.at(0)?.membersMin).toBe(1);
    expect(bands.at(-1)?.membersMax).toBeNull();
    for (const { teamsMin, teamsMax } of bands) expect(teamsMin).toBeLessThanOrEqual(teamsMax);
    expect(bands.map(({ teamsMin }) => teamsMin)).toEqual([1, 2, 4, 6]);
  });

  it('sets no required days', () => {
    expect(zhenjiang.requiredDays).toBeNull();
  });
});

describe('Hefei', () => {
  const unset: (keyof PolicyRules)[] = [
    'volunteerServiceMinutesPerYearMin',
    'volunteerServiceMinutesAtMidYearMin',
    'teamActivitiesPerYearMin',
    'teamActivitiesByQuarterMin',
    'volunteerRatioPercentMin',
    'teamCountBands',
    'quarterlyMeetingsPerYearMin',
    'formsFilingDueMonthDay',
    'summaryFilingDueMonthDay',
  ];

  it.each(unset)('sets no %s', (name) => {
    expect(hefei[name]).toBeNull();
  });

  it('requires service around three days of the year, each with its own clause', () => {
    expect(hefei.requiredDays?.value.map(({ monthDay, clause }) => [monthDay, clause])).toEqual([
      ['03-05', 'H-11'],
      ['07-01', 'H-12'],
      ['12-05', 'H-13'],
    ]);
    expect(hefei.requiredDayWindowDays?.value).toBe(3);
  });

  it('asks committees, general branches and branches for teams, not provisional branches and groups', () => {
    expect(hefei.teamFormingOrganizationKinds?.value).toEqual(
      expect.arrayContaining(['GRASSROOTS_COMMITTEE', 'GENERAL_BRANCH', 'PARTY_BRANCH', 'JOINT_BRANCH']),
    );
    expect(hefei.teamFormingOrganizationKinds?.value).not.toContain('PROVISIONAL_BRANCH');
    expect(hefei.teamFormingOrganizationKinds?.value).not.toContain('PARTY_GROUP');
  });
});

it.each([
  [0, 'ordinary'],
  [479, 'ordinary'],
  [480, 'ordinary'],
  [481, 'second_approval'],
  [719, 'second_approval'],
  [720, 'second_approval'],
  [721, 'higher_approval'],
  [1_439, 'higher_approval'],
  [1_440, 'higher_approval'],
  [1_441, 'impossible'],
])('%d minutes on one day are %s', (minutes, tier) => {
  expect(dayServiceTier(minutes, zhenjiang)).toBe(tier);
});
