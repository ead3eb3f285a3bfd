import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { reviewCommands } from './review.commands.js';

const someId = '00000000-0000-4000-8000-000000000001';
const faultsOf = (name: keyof typeof reviewCommands, data: object): string[] =>
  validateSync(Object.assign(new reviewCommands[name](), data)).map(({ property }) => property);

describe('what a review can be asked', () => {
  it.each([
    ['PrepareVolunteerReview', { volunteerId: someId, year: 2026 }],
    ['PrepareTeamReview', { teamId: someId, year: 2026 }],
    ['ConfirmVolunteerReview', { volunteerId: someId, year: 2026, conclusion: 'EXEMPTED', note: '长期患病' }],
    ['ConfirmTeamReview', { teamId: someId, year: 2026, conclusion: 'TARGET_MET' }],
  ] as const)('%s in full, and nothing of it left out', (name, data) => {
    expect(faultsOf(name, data)).toEqual([]);
    expect(faultsOf(name, {}).sort()).toEqual(
      Object.keys(data)
        .filter((field) => field !== 'note')
        .sort(),
    );
  });

  it('exempts volunteers, never a team', () => {
    expect(faultsOf('ConfirmTeamReview', { teamId: someId, year: 2026, conclusion: 'EXEMPTED' })).toEqual([
      'conclusion',
    ]);
  });

  it.each([1999, 2201])('refuses the year %i', (year) => {
    expect(faultsOf('PrepareTeamReview', { teamId: someId, year })).toEqual(['year']);
  });
});
