import { HttpException } from '@nestjs/common';

/** One fault of one field, in Chinese. */
export interface Fault {
  /** Name of the field, with place in a list: `attendances[2].startsAt`; empty for the request as a whole. */
  readonly field: string;
  readonly message: string;
}

/** What differs from problem to problem; `status`, `type` and `title` come from its name. */
export interface ProblemDetails {
  readonly detail?: string;
  readonly faults?: readonly Fault[];
  /** Name of the rule that said no. */
  readonly refusal?: string;
  /** Where the stream of a command that lost to others stands now. */
  readonly revision?: number | 'no_stream';
  readonly retryAfterSeconds?: number;
}

const problems = {
  invalid: [400, '提交的内容有误'],
  not_signed_in: [401, '尚未登录'],
  not_allowed: [403, '没有权限'],
  foreign_origin: [403, '请求来自其他网站'],
  password_must_change: [403, '请先修改密码'],
  not_found: [404, '未找到'],
  method_not_allowed: [405, '不支持的请求方式'],
  refused: [409, '规则不允许'],
  conflict: [409, '记录正被他人修改'],
  too_large: [413, '提交的内容过大'],
  uri_too_long: [414, '网址过长'],
  media_type: [415, '内容类型不支持'],
  unprocessable: [422, '提交的内容无法处理'],
  too_many_requests: [429, '请求过于频繁'],
  failed: [500, '系统内部错误'],
  unavailable: [503, '暂时无法提供服务'],
  storage_full: [507, '存储空间已满'],
} as const satisfies Record<string, readonly [number, string]>;

export type ProblemName = keyof typeof problems;

export interface ProblemBody extends Omit<ProblemDetails, 'retryAfterSeconds'> {
  readonly type: string;
  readonly title: string;
  readonly status: number;
}

/** An answer of the kind application/problem+json (RFC 9457). */
export class Problem extends HttpException {
  readonly body: ProblemBody;
  readonly retryAfterSeconds: number | undefined;

  constructor(name: ProblemName, { retryAfterSeconds, ...details }: ProblemDetails = {}) {
    const [status, title] = problems[name];
    const body = { type: `urn:zhice:problem:${name}`, title, status, ...details };
    super(body, status);
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** One fault of the request as a whole. */
export const invalid = (message: string, field = ''): Problem =>
  new Problem('invalid', { detail: message, faults: [{ field, message }] });

/** The problem for a status that the framework chose. */
export function problemOfStatus(status: number): Problem {
  const found = Object.entries(problems).find(([, [known]]) => known === status);
  if (found) return new Problem(found[0] as ProblemName);
  return new Problem(status >= 400 && status < 500 ? 'invalid' : 'failed');
}
