import { describe, expect, it } from '@jest/globals';
import { validateSync } from 'class-validator';
import { hoursCommands } from './hours.commands.js';
import { credit, reverse } from './hours.examples.js';

const faultsOf = (name: keyof typeof hoursCommands, data: object): string[] =>
  validateSync(Object.assign(new hoursCommands[name](), data)).map(({ property }) => property);

describe('what the hours ledger can be asked', () => {
  it.each([credit(), reverse()])('takes $type in full', ({ type, data }) => {
    expect(faultsOf(type, data)).toEqual([]);
  });

  it('asks for every field but those of an activity', () => {
    const { teamId: _teamId, activityId: _activityId, sessionId: _sessionId, ...required } = credit().data;
    expect(faultsOf('CreditServiceHours', {}).sort()).toEqual(Object.keys(required).sort());
    expect(faultsOf('ReverseServiceHours', {}).sort()).toEqual(Object.keys(reverse().data).sort());
  });

  it.each([0, 1441, 1.5, '60'])('refuses %j minutes', (serviceMinutes) => {
    expect(faultsOf('CreditServiceHours', { ...credit().data, serviceMinutes })).toEqual(['serviceMinutes']);
  });
});
