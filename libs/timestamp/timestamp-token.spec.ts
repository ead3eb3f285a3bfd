import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { TokenRefused, verifyTimestamp, type TokenFault } from './timestamp-token.js';

const run = promisify(execFile);
const data = Buffer.from('zhice/test\n5\nAAAA\n');

/** Authorities made here, and one that is certified for something else than time. */
const config = `
[ req ]
distinguished_name = name
prompt = no
[ name ]
CN = Test Authority
[ ca ]
basicConstraints = critical,CA:TRUE
keyUsage = critical,keyCertSign
[ stamp ]
basicConstraints = critical,CA:FALSE
keyUsage = critical,digitalSignature
extendedKeyUsage = critical,timeStamping
[ tsa ]
default_tsa = one
[ one ]
serial = serial
signer_digest = sha256
default_policy = 1.2.3.4
digests = sha256, sha512
ess_cert_id_alg = sha256
`;

describe('A token of a timestamp authority', () => {
  let folder: string;
  const at = (name: string): string => path.join(folder, name);
  const openssl = (...words: string[]): Promise<unknown> => run('openssl', words, { cwd: folder });
  const token = async (name = 'good.tsr'): Promise<Buffer> => readFile(at(name));
  const trusted = (name = 'ca.pem'): Promise<string> => readFile(at(name), 'utf8');
  const whyNot = (asked: Parameters<typeof verifyTimestamp>[0]): Promise<TokenFault | 'holds'> =>
    verifyTimestamp(asked).then(
      () => 'holds',
      (error: unknown) => {
        if (error instanceof TokenRefused) return error.why;
        throw error;
      },
    );

  const authority = async (name: string): Promise<void> => {
    const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-keyout', `${name}.key`];
    const certificate = ['-out', `${name}.pem`, '-days', '30', '-subj', `/CN=${name}`];
    await openssl('req', '-x509', ...key, ...certificate, '-config', 'tsa.cnf', '-extensions', 'ca');
  };
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-tsa-'));
    await Promise.all([writeFile(at('tsa.cnf'), config), writeFile(at('data'), data), writeFile(at('serial'), '01\n')]);
    await authority('ca');
    await authority('stranger');
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', 'tsa.key'];
    await openssl('req', '-new', ...key, '-out', 'tsa.csr', '-config', 'tsa.cnf', '-subj', '/CN=Stamper');
    const by = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-set_serial', '7', '-days', '30'];
    const as = ['-extfile', 'tsa.cnf', '-extensions', 'stamp'];
    await openssl('x509', '-req', '-in', 'tsa.csr', ...by, ...as, '-out', 'tsa.pem');
    const reply = (request: string, ...words: string[]): Promise<unknown> =>
      openssl(
        ...['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', request, '-signer', 'tsa.pem', '-inkey', 'tsa.key'],
        ...words,
      );
    await openssl('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'request.tsq');
    await reply('request.tsq', '-out', 'good.tsr');
    await reply('request.tsq', '-token_out', '-out', 'bare.tst');
    await openssl('ts', '-query', '-data', 'data', '-sha384', '-cert', '-out', 'other.tsq');
    // The authority above takes no SHA-384.
    await reply('other.tsq', '-out', 'refused.tsr').catch(() => undefined);
  }, 120_000);
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.each(['good.tsr', 'bare.tst'])('holds over what was stamped, says when and by whom: %s', async (name) => {
    const asked = { token: await token(name), data, trustedPem: await trusted() };
    const { time, authority: by, serialNumber } = await verifyTimestamp(asked);
    expect(Math.abs(time - Date.now())).toBeLessThan(3_600_000);
    expect([by, serialNumber]).toEqual(['Stamper', expect.stringMatching(/^[0-9a-f]+$/)]);
  });

  it('does not hold over anything else', async () => {
    const other = { token: await token(), data: Buffer.from('other'), trustedPem: await trusted() };
    expect(await whyNot(other)).toBe('imprint');
  });

  it('of an authority that nobody believes does not hold', async () => {
    expect(await whyNot({ token: await token(), data, trustedPem: await trusted('stranger.pem') })).toBe('chain');
    expect(await whyNot({ token: await token(), data, trustedPem: 'none' })).toBe('chain');
  });

  it('is a refusal when the authority refused', async () => {
    expect(await whyNot({ token: await token('refused.tsr'), data, trustedPem: await trusted() })).toBe('refused');
  });

  it('does not hold with any one byte of its signature changed', async () => {
    const good = await token();
    for (const back of [1, 40, 120, 255]) {
      const changed = Buffer.from(good);
      changed[good.length - back]! ^= 1;
      expect(await whyNot({ token: changed, data, trustedPem: await trusted() })).toBe('signature');
    }
  });

  it('does not hold with another time put in', async () => {
    const good = await token();
    const changed = Buffer.from(good);
    // GeneralizedTime of 15 characters: the last digit of its year.
    const place = good.indexOf(Buffer.from('180f', 'hex'));
    expect(place).toBeGreaterThan(0);
    changed[place + 2 + 3]! ^= 1;
    expect(await whyNot({ token: changed, data, trustedPem: await trusted() })).toBe('signature');
  });

  it.each([
    ['nothing', ''],
    ['text', 'hello'],
    ['half of one', 'half'],
  ])('is not %s', async (_, what) => {
    const bytes = what === 'half' ? (await token()).subarray(0, 300) : Buffer.from(what);
    expect(await whyNot({ token: bytes, data, trustedPem: await trusted() })).toBe('form');
  });
});
