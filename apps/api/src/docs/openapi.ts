import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { targetConstructorToSchema } from 'class-validator-jsonschema';
import { getMetadataStorage } from 'class-validator';
import type { Shape } from '../http/validation.js';
import { answerSchemas } from './answers.js';
import { documentedShapes, pathParameter } from './described.js';

type Schema = Record<string, unknown> & { properties?: Record<string, Record<string, unknown>>; required?: string[] };

const fixedSchemas = {
  Receipt: {
    type: 'object',
    description: '回执：这项操作在台账中的位置',
    required: ['stream', 'revision', 'position', 'leafHash'],
    properties: {
      stream: { type: 'string', description: '记录所在的流' },
      revision: { type: 'integer', description: '流内序号' },
      position: { type: 'string', description: '台账位置；查询时作为 seen 参数' },
      leafHash: { type: 'string', description: '记录的 SHA-256（base64），用于日后核对' },
    },
  },
  Problem: {
    type: 'object',
    description: '问题说明（RFC 9457）',
    required: ['type', 'title', 'status'],
    properties: {
      type: { type: 'string', format: 'uri', description: '问题类别' },
      title: { type: 'string', description: '问题名称' },
      status: { type: 'integer', description: 'HTTP 状态码' },
      detail: { type: 'string', description: '具体说明' },
      refusal: { type: 'string', description: '不允许的规则名称（409）' },
      faults: {
        type: 'array',
        description: '逐项错误（400）',
        items: {
          type: 'object',
          required: ['field', 'message'],
          properties: {
            field: { type: 'string', description: '字段' },
            message: { type: 'string', description: '说明' },
          },
        },
      },
    },
  },
};

/** The sentence a rule says names the field in Chinese, so it describes the field too. */
function sentencesOf(shape: Shape<object>): ReadonlyMap<string, string> {
  const storage = getMetadataStorage();
  const said = storage
    .getTargetValidationMetadatas(shape, '', false, false)
    .flatMap(({ propertyName, constraintCls }) => {
      const [constraint] = constraintCls ? storage.getTargetValidatorConstraints(constraintCls) : [];
      const sentence = constraint?.instance.defaultMessage?.();
      return sentence === undefined ? [] : [[propertyName, sentence] as const];
    });
  return new Map(said.reverse());
}

function schemaOf(shape: Shape<object>, found: (inner: Shape<object>) => void): Schema {
  const nestedListOf = (meta: { constraints: readonly unknown[] }): Record<string, unknown> => {
    const [inner, { min, max }] = meta.constraints as [Shape<object>, { min: number; max: number }];
    found(inner);
    return { type: 'array', minItems: min, maxItems: max, items: { $ref: `#/components/schemas/${inner.name}` } };
  };
  const schema = targetConstructorToSchema(shape, {
    classValidatorMetadataStorage: getMetadataStorage(),
    additionalConverters: { nestedListOf: nestedListOf },
  }) as Schema;
  for (const [name, sentence] of sentencesOf(shape))
    if (schema.properties?.[name]) schema.properties[name]['description'] ??= sentence;
  return { ...schema, additionalProperties: false };
}

function schemas(): Record<string, Schema> {
  const made: Record<string, Schema> = {};
  const waiting = [...documentedShapes.values()];
  for (let shape = waiting.shift(); shape !== undefined; shape = waiting.shift())
    if (!made[shape.name]) made[shape.name] = schemaOf(shape, (inner) => waiting.push(inner));
  return made;
}

interface Operation {
  readonly parameters?: readonly { readonly in: string; readonly name: string }[];
  readonly requestBody?: {
    readonly content: Readonly<Record<string, { readonly schema: { readonly $ref?: string } }>>;
  };
}

interface PathParameters {
  parameters?: { readonly in: string; readonly name: string }[];
}

/** Ids of a controller's own path stand in every route of it, and each method states only its own. */
function withControllerIds(document: OpenAPIObject): void {
  for (const [path, methods] of Object.entries(document.paths))
    for (const operation of Object.values(methods) as PathParameters[]) {
      const known = new Set(operation.parameters?.map(({ name }) => name));
      const missing = [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name = '']) => (known.has(name) ? [] : [name]));
      operation.parameters = [...missing.map(pathParameter), ...(operation.parameters ?? [])];
    }
}

/** Ids that stand in the path need not stand in the body. */
function withoutPathIds(document: OpenAPIObject, made: Record<string, Schema>): void {
  const operations = Object.values(document.paths).flatMap((path) => Object.values(path) as Operation[]);
  for (const { parameters = [], requestBody } of operations) {
    const ids = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
    const schema = made[requestBody?.content['application/json']?.schema.$ref?.split('/').pop() ?? ''];
    if (schema) removeFields(schema, ids);
  }
}

function removeFields(schema: Schema, names: readonly string[]): void {
  for (const name of names) delete schema.properties?.[name];
  if (schema.required) schema.required = schema.required.filter((each) => !names.includes(each));
}

type Answers = typeof answerSchemas;

interface Answering {
  readonly operationId?: string;
  readonly responses: Record<string, { description: string; content?: object }>;
}

/** Puts what each reading route answers beside it. */
function withAnswers(document: OpenAPIObject, { answers }: Answers): void {
  for (const path of Object.values(document.paths))
    for (const { operationId = '', responses } of Object.values(path) as Answering[]) {
      const schema = answers[operationId];
      const ok = responses['200'];
      if (schema && ok) ok.content = { 'application/json': { schema } };
    }
}

/** The API document; shapes come from the classes that check them, and from the types answered, and are stated nowhere else. */
export function openApiDocument(app: INestApplication, known: Answers = answerSchemas): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('志册：党员志愿服务队台账')
    .setDescription('登录后使用会话 Cookie。写入均为操作（command），回执带有台账位置；查询可用 seen 等待窗口更新。')
    .setVersion('1')
    .addCookieAuth('zhice_session')
    .build();
  const document = SwaggerModule.createDocument(app, config);
  const made = schemas();
  withControllerIds(document);
  withoutPathIds(document, made);
  withAnswers(document, known);
  document.components = {
    ...document.components,
    schemas: { ...document.components?.schemas, ...(known.shapes as object), ...fixedSchemas, ...(made as object) },
  };
  return document;
}
