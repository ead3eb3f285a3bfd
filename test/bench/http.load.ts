import net from 'node:net';

export interface Load {
  readonly requests: number;
  /** Milliseconds of each. */
  readonly took: readonly number[];
  readonly refused: number;
}

const headEnd = '\r\n\r\n';

/**
 * Keeps one request under way on each of `connections` for `seconds`. Sockets and a look for the length are all it does:
 * an HTTP client library would cost as much CPU as the server that is measured.
 */
export async function load(port: number, connections: number, seconds: number, request: () => string): Promise<Load> {
  const took: number[] = [];
  let refused = 0;
  const end = performance.now() + seconds * 1000;
  const connection = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const socket = net.connect(port, '127.0.0.1').setNoDelay(true);
      let [answer, sent] = ['', 0];
      const next = (): void => {
        if (performance.now() >= end) return void socket.end(resolve);
        sent = performance.now();
        socket.write(request());
      };
      socket.setEncoding('latin1').on('connect', next).on('error', reject);
      socket.on('data', (chunk: unknown) => {
        answer += String(chunk);
        if (!isWhole(answer)) return;
        took.push(performance.now() - sent);
        if (!answer.startsWith('HTTP/1.1 201')) refused += 1;
        answer = '';
        next();
      });
    });
  await Promise.all(Array.from({ length: connections }, connection));
  return { requests: took.length, took, refused };
}

function isWhole(answer: string): boolean {
  const head = answer.indexOf(headEnd);
  if (head < 0) return false;
  const length = /content-length: (\d+)/i.exec(answer.slice(0, head));
  return answer.length >= head + headEnd.length + Number(length?.[1] ?? 0);
}

/** The text of a POST as a browser on the site's own page sends it. */
export function post(path: string, body: object, cookie = ''): string {
  const text = JSON.stringify(body);
  return [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    'sec-fetch-site: same-origin',
    ...(cookie ? [`cookie: ${cookie}`] : []),
    `content-length: ${Buffer.byteLength(text)}`,
    '',
    text,
  ].join('\r\n');
}
