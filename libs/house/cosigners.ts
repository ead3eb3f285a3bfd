import { request } from 'node:http';
import { StartRefused } from '#libs/postgres/fault';
import type { Cosigner } from '#libs/sealing/checkpointer';

/** A signer or witness did not sign; it is asked again at the next checkpoint. */
export class WitnessSilent extends Error {
  override readonly name = 'WitnessSilent';
}

const askMillisecondsMax = 5_000;
const statuses = [200, 400, 403, 404, 409, 422] as const;

/** `ZHICE_WITNESSES`: `name=url`, separated by commas. Throws StartRefused. */
export function witnessesIn(text: string | undefined): Map<string, Cosigner> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  return new Map(
    pairs.map((pair) => {
      const [, name, url] = /^\s*([^=\s]+)=(https?:\/\/\S+?)\s*$/.exec(pair) ?? [];
      if (name === undefined || url === undefined)
        throw new StartRefused(
          `ZHICE_WITNESSES 中的“${pair.trim()}”不是“名称=网址”。`,
          '请写成 名称=https://…，多个之间用逗号隔开。',
        );
      return [name, cosignerAt(url)];
    }),
  );
}

/** C2SP `add-checkpoint` over HTTP. */
const cosignerAt =
  (url: string): Cosigner =>
  async (body) => {
    const signal = AbortSignal.timeout(askMillisecondsMax);
    const response = await fetch(`${url.replace(/\/$/, '')}/add-checkpoint`, { method: 'POST', body, signal });
    return answerOf(response.status, await response.text());
  };

function answerOf(given: number, body: string): Awaited<ReturnType<Cosigner>> {
  const status = statuses.find((known) => known === given);
  if (status === undefined) throw new WitnessSilent(`answered ${given}`);
  return { status, body };
}

/** The log's signer, here or in a process of its own. */
export interface Signer {
  readonly add: Cosigner;
  /** Its public keys as they go on paper, the newest first. */
  readonly keys: () => Promise<readonly string[]>;
}

/** A signer in a process of its own, behind a socket on this machine. */
export const signerAt = (socketPath: string): Signer => ({
  add: async (body) => {
    const { status, text } = await asked(socketPath, { method: 'POST', path: '/add-checkpoint' }, body);
    return answerOf(status, text);
  },
  keys: async () => {
    const { status, text } = await asked(socketPath, { method: 'GET', path: '/keys' });
    if (status !== 200) throw new WitnessSilent(`answered ${status}`);
    return text.trim().split('\n');
  },
});

function asked(
  socketPath: string,
  what: { readonly method: string; readonly path: string },
  body = '',
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const signal = AbortSignal.timeout(askMillisecondsMax);
    const call = request({ socketPath, ...what, signal }, (response) => {
      const parts: Buffer[] = [];
      response
        .on('data', (part: Buffer) => parts.push(part))
        .on('error', reject)
        .on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    call.on('error', reject).end(body);
  });
}
