import type { components } from './api.js';

export type ProblemBody = components['schemas']['Problem'];

/** An answer of the API that was no: what it says, in Chinese, with every fault. */
export class Refusal extends Error {
  constructor(readonly problem: ProblemBody) {
    super(problem.detail ?? problem.title);
  }
}

/** Nothing came back: whether it was done is not known. */
export class Unanswered extends Error {
  constructor() {
    super('没有收到服务器的回答，不知道是否已记入。请检查网络后在本页再提交一次：同一操作只记一次。');
  }
}

/** What an answer other than 2xx says, also when a proxy answered in the place of the API. */
export async function problemOf(response: Response): Promise<ProblemBody> {
  const isProblem = response.headers.get('content-type')?.includes('json') === true;
  const body: unknown = isProblem ? await response.clone().json() : null;
  if (typeof body === 'object' && body !== null && 'title' in body) return body as ProblemBody;
  return { type: 'about:blank', title: '服务器没有正常回答', status: response.status };
}

export const problemFrom = (error: unknown): ProblemBody => {
  if (error instanceof Refusal) return error.problem;
  if (error instanceof Unanswered) return { type: 'about:blank', title: '连接中断', status: 0, detail: error.message };
  return { type: 'about:blank', title: '连接中断', status: 0, detail: '没有连上服务器，请检查网络后再试。' };
};
