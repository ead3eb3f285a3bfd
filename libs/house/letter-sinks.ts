import { createHmac } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { writeWhole } from '#libs/files/whole-file';
import { LetterDelayed, LetterRefused, type Letter, type Sink } from '#libs/outbox/sink';
import { StartRefused } from '#libs/postgres/fault';

/** Shorter than the first delay of a letter: whoever takes over does not send what is still being sent. */
const postMillisecondsMax = 4_000;
/** 4xx that speak of now and not of the letter. */
const passing = [401, 403, 404, 407, 408, 425, 429];

type Env = Readonly<Record<string, string | undefined>>;

/**
 * Where letters go: `LETTERS_TO` is an http(s) address they are posted to, or a folder they are put into; without it nobody is
 * written to. `LETTERS_SECRET` (`whsec_` and base64, as Standard Webhooks has it) signs what is posted. Throws StartRefused.
 */
export function letterSink(env: Env): Sink | undefined {
  const to = env['LETTERS_TO']?.trim() ?? '';
  if (to === '') return undefined;
  if (/^https?:\/\//.test(to) && URL.canParse(to)) return new Post(to, secretIn(env['LETTERS_SECRET']));
  if (!path.isAbsolute(to))
    throw new StartRefused(`LETTERS_TO=${to} 既不是网址，也不是完整的目录路径。`, '请填 https://… 或以 / 开头的目录。');
  return new Folder(to);
}

function secretIn(text: string | undefined): Buffer | undefined {
  if (text === undefined || text === '') return undefined;
  const [, base64] = /^whsec_([A-Za-z0-9+/]{32,}={0,2})$/.exec(text) ?? [];
  if (base64 === undefined)
    throw new StartRefused('LETTERS_SECRET 的写法不对。', '请填 whsec_ 加上至少 24 字节随机数的 base64。');
  return Buffer.from(base64, 'base64');
}

/** One file for each letter, under its id: put there twice, it is there once. Whoever takes it away has it. */
class Folder implements Sink {
  constructor(private readonly folder: string) {}

  async deliver(letter: Letter): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    await writeWhole(path.join(this.folder, `${letter.id}.json`), `${JSON.stringify(letter)}\n`);
  }
}

/** A POST for each letter, in the manner of Standard Webhooks: `webhook-id` is the same when it comes again. */
class Post implements Sink {
  constructor(
    private readonly url: string,
    private readonly secret: Buffer | undefined,
  ) {}

  async deliver(letter: Letter): Promise<void> {
    const body = JSON.stringify(letter);
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headersOf(letter.id, body) },
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(postMillisecondsMax),
    });
    await response.body?.cancel();
    if (response.ok) return;
    const { status } = response;
    const isLasting = status >= 400 && status < 500 && !passing.includes(status);
    throw new (isLasting ? LetterRefused : LetterDelayed)(`HTTP ${status}`);
  }

  private headersOf(id: string, body: string): Record<string, string> {
    const seconds = String(Math.floor(Date.now() / 1_000));
    const named = { 'webhook-id': id, 'webhook-timestamp': seconds };
    if (!this.secret) return named;
    const mac = createHmac('sha256', this.secret).update(`${id}.${seconds}.${body}`).digest('base64');
    return { ...named, 'webhook-signature': `v1,${mac}` };
  }
}
