import { describe, expect, it } from '@jest/globals';
import path from 'node:path';
import { dataDirOf, fileAt, productRoot } from './place.js';

const root = path.resolve(import.meta.dirname, '../../..');

describe('Where things are', () => {
  it('finds the product from its sources and from what was built', () => {
    expect(productRoot()).toBe(root);
    expect(productRoot(path.join(root, 'dist/apps/cli/src'))).toBe(root);
  });

  it('keeps data in the folder of the product unless DATA_DIR says otherwise', () => {
    expect(dataDirOf({})).toBe(path.join(root, 'data'));
    expect(dataDirOf({ DATA_DIR: '/srv/zhice' })).toBe('/srv/zhice');
  });

  it('takes a file from where the user stands, also behind npm run, which changes the folder', () => {
    expect(fileAt('a.html', {})).toBe(path.resolve('a.html'));
    expect(fileAt('a.html', { npm_lifecycle_event: 'zhice', INIT_CWD: '/home/user' })).toBe('/home/user/a.html');
    // Left over from another npm script around a plain call.
    expect(fileAt('a.html', { npm_lifecycle_event: 'other', INIT_CWD: '/home/user' })).toBe(path.resolve('a.html'));
    expect(fileAt('/tmp/a.html', { npm_lifecycle_event: 'zhice', INIT_CWD: '/home/user' })).toBe('/tmp/a.html');
  });
});
