import { applyDecorators, Get, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiBody, ApiHeader, ApiOperation, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { seen, type Parameters } from '../http/asked.js';
import { SeenInterceptor } from '../http/seen.interceptor.js';
import type { Shape } from '../http/validation.js';

/** Shapes that the API document shows, by class name; their schemas are made of the class-validator rules. */
export const documentedShapes = new Map<string, Shape<object>>();

const pathNames: Readonly<Record<string, string>> = {
  accountId: '账号',
  activityId: '活动编号',
  batchId: '导入批次号',
  breachId: '泄露登记编号',
  disputeId: '异议编号',
  draftId: '草稿编号',
  entryId: '时长记录编号',
  exemptionId: '免除编号',
  evidenceId: '佐证编号',
  findingId: '调整编号，虚报认定的则为时长记录编号',
  groupId: '服务小组',
  ordinal: '第几份证明，从 1 起',
  organizationId: '党组织',
  planLineId: '计划项目编号',
  postId: '任职记录',
  runId: '本次写入的编号',
  sessionId: '场次编号',
  teamId: '志愿服务队',
  viewId: '保存的筛选',
  volunteerId: '志愿者',
  year: '年度',
};

/** An id of the path as the document describes it. */
export const pathParameter = (name: string) => ({
  name,
  in: 'path',
  required: true,
  description: pathNames[name] ?? name,
  schema: name === 'year' || name === 'ordinal' ? { type: 'integer' } : { type: 'string', format: 'uuid' },
});

const pathParams = (path: string): MethodDecorator[] =>
  [...path.matchAll(/:(\w+)/g)].map(([, name = '']) => {
    const { description, schema } = pathParameter(name);
    return ApiParam({ name, description, schema });
  });

const problemOf = (status: number, description: string): MethodDecorator =>
  ApiResponse({
    status,
    description,
    content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
  });

const always = [
  problemOf(401, '尚未登录'),
  problemOf(403, '没有权限'),
  problemOf(429, '请求过于频繁'),
  problemOf(503, '暂时无法提供服务，按 Retry-After 重试'),
];

const bodyOf = (shape: Shape<object>): MethodDecorator => {
  documentedShapes.set(shape.name, shape);
  return ApiBody({ schema: { $ref: `#/components/schemas/${shape.name}` } });
};

/** A route that takes a command; its ids may stand in the path. Answers with the receipt. */
export const Takes = (path: string, shape: Shape<object>, summary: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    ApiOperation({ summary, operationId: shape.name }),
    bodyOf(shape),
    ...pathParams(path),
    ApiHeader({
      name: 'Idempotency-Key',
      required: false,
      description: '本次操作的 UUID：重试时用同一个，已记入的不会重复记入',
      schema: { type: 'string', format: 'uuid' },
    }),
    ApiResponse({
      status: 201,
      description: '已记入台账的回执',
      headers: { 'Idempotency-Key': { description: '本次操作的编号', schema: { type: 'string', format: 'uuid' } } },
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Receipt' } } },
    }),
    problemOf(400, '提交的内容有误，逐项列出'),
    problemOf(404, '没有这条记录，或不在管理范围内'),
    problemOf(409, '规则不允许，refusal 为规则名称'),
    problemOf(413, '提交的内容过大'),
    problemOf(415, '内容类型不支持'),
    problemOf(422, '提交的内容无法处理'),
    ...always,
  );

/** A route that takes a request which is no command of the ledger: accounts, passwords, sign-in. */
export const Accepts = (path: string, shape: Shape<object>, summary: string): MethodDecorator =>
  applyDecorators(
    Post(path),
    HttpCode(200),
    ApiOperation({ summary }),
    bodyOf(shape),
    ...pathParams(path),
    ApiResponse({ status: 200, description: '已办理' }),
    problemOf(400, '提交的内容有误，逐项列出'),
    problemOf(409, '规则不允许，refusal 为规则名称'),
    ...always,
  );

/** A route that asks a window; every one takes `seen`. */
export const Shows = (path: string, summary: string, parameters: Parameters = {}): MethodDecorator =>
  applyDecorators(
    Get(path),
    UseInterceptors(SeenInterceptor),
    ApiOperation({ summary }),
    ...pathParams(path),
    ...Object.entries({ ...parameters, seen }).map(([name, { description, schema, required }]) =>
      ApiQuery({ name, description, schema, required }),
    ),
    ApiResponse({ status: 200, description: summary }),
    problemOf(400, '查询参数有误，逐项列出'),
    problemOf(404, '没有这条记录，或不在查阅范围内'),
    ...always,
  );
