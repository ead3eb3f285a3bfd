import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { QueryFailedError } from 'typeorm';
import { AccountRefused } from '#libs/access/account-refused';
import { PasswordsBusy } from '#libs/access/passwords';
import { EvidenceRejected } from '#libs/counter/evidence-files';
import { NotAllowed } from '#libs/counter/counter';
import { FiguresUnsettled } from '#libs/counter/figures';
import { UnknownEvent } from '#libs/event-store/codec';
import { ClockAstray, CommandIdReused, ConflictPersists, Refused } from '#libs/event-store/ledger';
import {
  AppendOutcomeUnknown,
  EntryTooLarge,
  StoreFull,
  StoreOverloaded,
  StoreUnavailable,
} from '#libs/event-store/port';
import { evidenceDestroyed } from '#libs/forms/evidence-words.zh';
import { refusalText } from '#libs/forms/refusals.zh';
import { isLate } from '#libs/postgres/prompt-client';
import { SubjectFenced } from '#libs/privacy/key-ring';
import { invalid, Problem, problemOfStatus } from './problem.js';

const repeatWithSameKey = '重试时请使用同一个 Idempotency-Key，已记入的不会重复记入。';

function notAllowed({ why }: NotAllowed): Problem {
  if (why === 'role_missing') return new Problem('not_allowed', { detail: '您的角色不能办理这项业务。' });
  if (why === 'other_line')
    return new Problem('not_allowed', { detail: '该党组织不向您这条线报送，您只能查阅；请由其上级党组织办理。' });
  return new Problem('not_found', { detail: '没有这条记录，或不在您管理的范围内。' });
}

const evidenceRejected = ({ why }: EvidenceRejected): Problem => {
  if (why === 'too_large') return new Problem('too_large', { detail: '佐证文件最大 10 MB，请压缩后再上传。' });
  if (why === 'destroyed')
    return new Problem('refused', { detail: evidenceDestroyed, refusal: 'destroyed_file_stays_destroyed' });
  return why === 'empty'
    ? invalid('文件是空的，请重新选择')
    : new Problem('media_type', { detail: '佐证文件只收 JPEG、PNG 图片和 PDF，请转换格式后再上传。' });
};

const full = (): Problem =>
  new Problem('storage_full', {
    detail: `服务器存储空间已满，没有写入；查阅不受影响。请告知系统管理员，腾出空间后再试。${repeatWithSameKey}`,
    retryAfterSeconds: 60,
  });

const unavailable = (detail: string, retryAfterSeconds: number): Problem =>
  new Problem('unavailable', { detail, retryAfterSeconds });

/** What each error of the rooms is to somebody outside; an error that is not listed is our own fault. */
const answers: readonly (readonly [abstract new (...given: never[]) => Error, (error: never) => Problem])[] = [
  [Problem, (error: Problem) => error],
  [NotAllowed, notAllowed],
  [
    Refused,
    ({ refusal }: Refused) => new Problem('refused', { detail: refusalText(refusal), refusal: refusal.refused }),
  ],
  [AccountRefused, ({ message, refusal }: AccountRefused) => new Problem('refused', { detail: message, refusal })],
  [
    SubjectFenced,
    () =>
      new Problem('refused', {
        detail: '此人的个人信息已依法删除，不能再写入。',
        refusal: 'subject_must_not_be_fenced',
      }),
  ],
  [
    CommandIdReused,
    () => new Problem('unprocessable', { detail: '这个 Idempotency-Key 已用于另一项操作，请换一个新的。' }),
  ],
  [
    EntryTooLarge,
    () => new Problem('unprocessable', { detail: '内容过长，单条记录最多 32 KiB，请精简文字或分次提交。' }),
  ],
  [EvidenceRejected, evidenceRejected],
  [
    ConflictPersists,
    ({ revision }: ConflictPersists) =>
      new Problem('conflict', {
        detail: `多人正在同时修改这条记录。${repeatWithSameKey}`,
        revision,
        retryAfterSeconds: 1,
      }),
  ],
  [ClockAstray, () => unavailable(`服务器时钟不准，暂不能写入，请告知系统管理员。${repeatWithSameKey}`, 30)],
  [
    UnknownEvent,
    () => unavailable('台账里有本版本不认识的记录，所缺的内容不能猜测，暂不能办理。请告知系统管理员升级。', 60),
  ],
  [StoreFull, full],
  [AppendOutcomeUnknown, () => unavailable(`暂不能确认是否已经记入。${repeatWithSameKey}`, 2)],
  [StoreUnavailable, () => unavailable(`台账数据库暂时连接不上。${repeatWithSameKey}`, 5)],
  [StoreOverloaded, () => unavailable(`等待写入的操作过多。${repeatWithSameKey}`, 2)],
  [FiguresUnsettled, () => unavailable('相关数据正在变化，暂不能形成稳定的数字，请稍候再试。', 2)],
  [PasswordsBusy, () => unavailable('正在登录的人较多，请稍候再试。', 5)],
];

// SQLSTATE classes 08 and 57P, a statement that was ended, and what the socket says when PostgreSQL is not there.
const lost = /^(?:08|57P|57014|53300|ECONN|ENOENT$|EPIPE$|ETIMEDOUT$)/;
const diskFull = '53100';

const causeOf = (error: unknown): unknown => (error instanceof QueryFailedError ? error.driverError : error);

/** What the database was about to say by itself, without a room that put it into its own words. */
function ofDatabase(error: unknown): Problem | undefined {
  const cause = causeOf(error);
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown };
  if (code === diskFull) return full();
  const isLost =
    (typeof code === 'string' && lost.test(code)) ||
    (typeof message === 'string' && message.startsWith('Connection terminated'));
  if (isLost) return unavailable(`数据库暂时连接不上。${repeatWithSameKey}`, 5);
  return isLate(cause) ? unavailable(`数据库没有及时答复。${repeatWithSameKey}`, 2) : undefined;
}

/** The problem to answer with; undefined for a broken promise of our own. */
export function problemOf(error: unknown): Problem | undefined {
  const answer = answers.find(([type]) => error instanceof type);
  if (answer) return (answer[1] as (error: unknown) => Problem)(error);
  if (error instanceof HttpException) return problemOfStatus(error.getStatus());
  return ofDatabase(error);
}

/** Writes Problem Details; never a stack, never an inner message. */
export function sendProblem(reply: FastifyReply, problem: Problem): void {
  if (problem.retryAfterSeconds !== undefined) void reply.header('retry-after', String(problem.retryAfterSeconds));
  void reply
    .status(problem.body.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json')
    .send(JSON.stringify(problem.body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const problem = problemOf(error);
    const { id: requestId, routeOptions } = http.getRequest<FastifyRequest>();
    // The message of an unknown error may hold personal text: only its kind and the places it came from are logged.
    if (!problem) this.log.error({ requestId, route: routeOptions?.url, ...traceOf(error) }, '未预料的错误');
    sendProblem(
      http.getResponse<FastifyReply>(),
      problem ?? new Problem('failed', { detail: `请将编号 ${requestId} 告知系统管理员。` }),
    );
  }
}

function traceOf(error: unknown): { error: string; places: string[] } {
  const { name, stack = '' } = error instanceof Error ? error : { name: typeof error };
  return {
    error: name,
    places: stack
      .split('\n')
      .filter((line) => /^\s+at /.test(line))
      .map((line) => line.trim()),
  };
}
