import { describe, expect, it } from '@jest/globals';
import { LoginThrottle } from './login-throttle.js';

const minute = 60_000;

describe('the throttle of signing in', () => {
  const spent = (throttle: LoginThrottle, login: string, address: string): number => {
    let failures = 0;
    while (failures < 1000 && typeof throttle.begin(login, address) !== 'number') failures++;
    return failures;
  };

  it('lets five failures a minute pass for an account and twenty from an address', () => {
    let at = 0;
    const throttle = new LoginThrottle(() => at);
    expect(spent(throttle, 'zhang', '192.0.2.1')).toBe(5);
    expect(throttle.begin('zhang', '192.0.2.2')).toBe(60);
    at += minute - 1;
    expect(throttle.begin('zhang', '192.0.2.2')).toBe(1);
    at += 1;
    expect(spent(throttle, 'zhang', '192.0.2.2')).toBe(5);
    for (const login of ['li', 'wang', 'zhao']) expect(spent(throttle, login, '192.0.2.9')).toBe(5);
    expect(spent(throttle, 'sun', '192.0.2.9')).toBe(5);
    expect(spent(throttle, 'qian', '192.0.2.9')).toBe(0);
  });

  it('does not let strangers keep the owner out of an address he has signed in from', () => {
    const throttle = new LoginThrottle(() => 0);
    const attempt = throttle.begin('zhang', '192.0.2.1');
    expect(typeof attempt).toBe('object');
    if (typeof attempt === 'object') attempt.succeeded();
    expect(spent(throttle, 'zhang', '198.51.100.7')).toBe(5);
    expect(throttle.begin('zhang', '198.51.100.8')).toBe(60);
    expect(typeof throttle.begin('zhang', '192.0.2.1')).toBe('object');
  });

  it('does not count what was right, and takes a whole IPv6 network for one address', () => {
    const throttle = new LoginThrottle(() => 0);
    for (let n = 0; n < 100; n++) {
      const attempt = throttle.begin('zhang', '192.0.2.1');
      if (typeof attempt === 'object') attempt.succeeded();
      expect(typeof attempt).toBe('object');
    }
    for (let n = 0; n < 20; n++) throttle.begin(`user${n}`, `2001:db8:0:1::${n}`);
    expect(throttle.begin('other', '2001:db8:0:1::ffff')).toBe(60);
    expect(typeof throttle.begin('other', '2001:db8:0:2::1')).toBe('object');
  });
});
