import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import { LetterDelayed, LetterRefused, type Letter } from '#libs/outbox/sink';
import { StartRefused } from '#libs/postgres/fault';
import { sampleId } from '../../test/support/sample-event.js';
import { letterSink } from './letter-sinks.js';

const letter: Letter = {
  ...{ id: sampleId('letter'), type: 'CertificateIssued', position: '7', recordedAt: '2026-07-01T00:00:00.000Z' },
  ...{
    volunteerId: sampleId('v') as VolunteerId,
    organizationId: sampleId('o') as OrganizationId,
    eventId: sampleId('e'),
  },
};

describe('Where letters go', () => {
  it('is nowhere unless somebody says where', () => {
    expect([letterSink({}), letterSink({ LETTERS_TO: ' ' })]).toEqual([undefined, undefined]);
  });

  it.each([
    { LETTERS_TO: 'letters' },
    { LETTERS_TO: 'ftp://example.org' },
    { LETTERS_TO: 'https://x', LETTERS_SECRET: 'short' },
  ])('is refused at the start when it is neither an address nor a folder, or the secret is none: %j', (env) =>
    expect(() => letterSink(env)).toThrow(StartRefused),
  );

  describe('a folder', () => {
    let folder: string;
    beforeEach(async () => {
      folder = await mkdtemp(path.join(os.tmpdir(), 'zhice-letters-'));
    });
    afterEach(() => rm(folder, { recursive: true, force: true }));

    it('holds one whole file for each letter, however often it came, and is made when it is not there', async () => {
      const sink = letterSink({ LETTERS_TO: path.join(folder, 'new/out') })!;
      await sink.deliver(letter);
      await sink.deliver(letter);
      await sink.deliver({ ...letter, id: sampleId('another') });
      const names = await readdir(path.join(folder, 'new/out'));
      expect(names.toSorted()).toEqual([`${letter.id}.json`, `${sampleId('another')}.json`].toSorted());
      expect(JSON.parse(await readFile(path.join(folder, 'new/out', `${letter.id}.json`), 'utf8'))).toEqual(letter);
    });
  });

  describe('an address', () => {
    let server: Server;
    let url: string;
    let status: number | 'silent';
    let got: { headers: IncomingHttpHeaders; body: string }[];
    beforeEach(async () => {
      [got, status] = [[], 204];
      server = createServer((request, response) => {
        let body = '';
        request.setEncoding('utf8').on('data', (part: string) => (body += part));
        request.on('end', () => {
          got.push({ headers: request.headers, body });
          if (status !== 'silent') response.writeHead(status, { location: `${url}elsewhere` }).end();
        });
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    });
    afterEach(async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    });

    it('is posted to with an id that stays the same, and a signature over id, time and text', async () => {
      const key = Buffer.alloc(32, 7);
      await letterSink({ LETTERS_TO: url, LETTERS_SECRET: `whsec_${key.toString('base64')}` })!.deliver(letter);
      const { headers, body } = got[0]!;
      expect([headers['webhook-id'], headers['content-type'], JSON.parse(body)]).toEqual([
        letter.id,
        'application/json',
        letter,
      ]);
      const signed = `${letter.id}.${String(headers['webhook-timestamp'])}.${body}`;
      expect(headers['webhook-signature']).toBe(`v1,${createHmac('sha256', key).update(signed).digest('base64')}`);
    });

    it.each([500, 503, 429, 408, 401, 404, 302] as const)('that answers %i is asked again later', async (answered) => {
      status = answered;
      await expect(letterSink({ LETTERS_TO: url })!.deliver(letter)).rejects.toThrow(
        new LetterDelayed(`HTTP ${answered}`),
      );
      // Nobody is sent on to another address.
      expect(got).toHaveLength(1);
    });

    it.each([400, 410, 422] as const)('that answers %i is not asked again', async (answered) => {
      status = answered;
      await expect(letterSink({ LETTERS_TO: url })!.deliver(letter)).rejects.toThrow(LetterRefused);
    });

    it('that never answers is given up for now', async () => {
      status = 'silent';
      await expect(letterSink({ LETTERS_TO: url })!.deliver(letter)).rejects.toMatchObject({ name: 'TimeoutError' });
    });
  });
});
