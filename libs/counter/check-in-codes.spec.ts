import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { checkInCodePattern } from '#libs/activity/session.commands';
import type { SessionId } from '#libs/kernel/ids';
import { masterKeyOf } from '#libs/privacy/master-key';
import { CheckInCodes } from './check-in-codes.js';

const session = '00000000-0000-4000-8000-000000000001' as SessionId;
const another = '00000000-0000-4000-8000-000000000002' as SessionId;
const start = Date.UTC(2026, 6, 1, 6, 0, 0);

describe('the code on the leader’s screen', () => {
  const clock = { now: start };
  const codes = new CheckInCodes(masterKeyOf(randomBytes(32), 1), () => clock.now);
  const at = (milliseconds: number): void => void (clock.now = start + milliseconds);

  it('changes every 30 seconds and is what a command takes', () => {
    at(0);
    const first = codes.shownFor(session);
    expect(first).toEqual({ code: expect.stringMatching(checkInCodePattern), changesAt: start + 30_000 });
    at(29_999);
    expect(codes.shownFor(session)).toEqual(first);
    at(30_000);
    expect(codes.shownFor(session).code).not.toBe(first.code);
  });

  it.each([
    [0, true],
    [30_000, true],
    [59_999, true],
    [60_000, false],
    [-1, false],
  ])('shown at the start of its half minute holds after %i ms: %s', (milliseconds, holds) => {
    at(0);
    const { code } = codes.shownFor(session);
    at(milliseconds);
    expect(codes.holds(code, session)).toBe(holds);
  });

  it('holds for its own session, under the house’s own key, and unchanged', () => {
    at(0);
    const { code } = codes.shownFor(session);
    expect(codes.holds(code, another)).toBe(false);
    expect(new CheckInCodes(masterKeyOf(randomBytes(32), 1), () => clock.now).holds(code, session)).toBe(false);
    expect(codes.holds(`${code.slice(0, -2)}AA`, session)).toBe(false);
    expect(codes.holds('0.', session)).toBe(false);
  });

  it('tells nothing but a number of half minutes and a seal', () => {
    at(0);
    expect(codes.shownFor(session).code).not.toContain(session.slice(-12));
  });
});
