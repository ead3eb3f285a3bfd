import { describe, expect, it } from '@jest/globals';
import { buildProgram } from './program.js';

describe('the commands of zhice', () => {
  it('stand together, each under a name of its own', () => {
    const names = buildProgram().commands.map((command) => command.name());
    expect(new Set(names).size).toBe(names.length);
    expect(names).toEqual(expect.arrayContaining(['import', 'history', 'verify', 'audit', 'keys', 'store']));
  });
});
