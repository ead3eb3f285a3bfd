import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import path from 'node:path';

const root = path.join(import.meta.dirname, '../..');
const jest = path.join(root, 'node_modules/jest/bin/jest.js');
const spec = 'test/properties/under-a-time-zone.spec.ts';

/** The zone is read when a process starts, so each zone has a process of its own. */
function runUnder(zone: string): Promise<{ code: number | null; told: string }> {
  const words = [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    '--runInBand',
    '--runTestsByPath',
    spec,
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, words, { cwd: root, env: { ...process.env, TZ: zone } });
    let told = '';
    child.stdout.on('data', (data: Buffer) => (told += data.toString()));
    child.stderr.on('data', (data: Buffer) => (told += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, told }));
  });
}

describe('days, months and years of service do not depend on where the server stands', () => {
  it.each(['UTC', 'Asia/Shanghai', 'America/Los_Angeles'])(
    'under %s',
    async (zone) => {
      const { code, told } = await runUnder(zone);
      expect({ code, told: code === 0 ? '' : told }).toEqual({ code: 0, told: '' });
      expect(told).toContain(`totals under the time zone ${zone}`);
      expect(told).toMatch(/Tests: +3 passed, 3 total/);
    },
    400_000,
  );
});
