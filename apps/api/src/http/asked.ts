import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { isUuid, type Id } from '#libs/kernel/ids';
import { isLocalDate, type LocalDate } from '#libs/kernel/time';
import { pageSizeMax } from '#libs/projection-engine/paging';
import { Problem, type Fault } from './problem.js';

/** One query parameter: what it may be, how the API document describes it, what the fault says. */
export interface Parameter<T, Required extends boolean = false> {
  readonly description: string;
  readonly schema: Readonly<Record<string, unknown>>;
  readonly required: Required;
  /** Undefined when the text is not one. */
  parse(text: string): T | undefined;
}

export type Parameters = Readonly<Record<string, Parameter<unknown, boolean>>>;
type ValueOf<P> = P extends Parameter<infer T, boolean> ? T : never;
type RequiredNames<P extends Parameters> = { [K in keyof P]: P[K]['required'] extends true ? K : never }[keyof P];

/** Values of the parameters that were given. */
export type Asked<P extends Parameters> = { readonly [K in RequiredNames<P>]: ValueOf<P[K]> } & {
  readonly [K in Exclude<keyof P, RequiredNames<P>>]?: ValueOf<P[K]>;
};

const parameter = <T>(
  description: string,
  schema: Readonly<Record<string, unknown>>,
  parse: (text: string) => T | undefined,
): Parameter<T> => ({
  description,
  schema,
  required: false,
  parse,
});

export const required = <T>(one: Parameter<T, boolean>): Parameter<T, true> => ({ ...one, required: true });

export const wholeNumber = (description: string, minimum: number, maximum: number): Parameter<number> =>
  parameter(description, { type: 'integer', minimum, maximum }, (text) => {
    const value = /^\d{1,10}$/.test(text) ? Number(text) : NaN;
    return value >= minimum && value <= maximum ? value : undefined;
  });

export const idOf = <T extends Id<string>>(description: string): Parameter<T> =>
  parameter(description, { type: 'string', format: 'uuid' }, (text) => (isUuid(text) ? (text as T) : undefined));

export const day = (description: string): Parameter<LocalDate> =>
  parameter(description, { type: 'string', format: 'date' }, (text) => (isLocalDate(text) ? text : undefined));

export const oneOf = <const T extends string>(description: string, codes: readonly T[]): Parameter<T> =>
  parameter(description, { type: 'string', enum: [...codes] }, (text) => codes.find((one) => one === text));

export const yesNo = (description: string): Parameter<boolean> =>
  parameter(description, { type: 'boolean' }, (text) => ({ true: true, false: false })[text]);

/** A text looked for, up to 50 characters. */
export const words = (description: string): Parameter<string> =>
  parameter(description, { type: 'string', minLength: 1, maxLength: 50 }, (text) =>
    text.trim() !== '' && [...text].length <= 50 ? text.trim() : undefined,
  );

/** A name, code or position of the ledger itself: never something that somebody wrote about a person. */
export const nameLike = (description: string, shape: RegExp, example: string): Parameter<string> =>
  parameter(description, { type: 'string', pattern: shape.source, example }, (text) =>
    shape.test(text) ? text : undefined,
  );

/** A place in the log, as any of the stores writes it. */
export const positionLike = (description: string): Parameter<string> =>
  nameLike(description, /^[0-9]{1,20}(?:[/:-][0-9]{1,20})?$/, '0');

export const paging = {
  page: wholeNumber('页码，从 1 起', 1, 1_000_000),
  pageSize: wholeNumber(`每页条数，默认 50，最多 ${pageSizeMax}`, 1, pageSizeMax),
};

/** Paging and an order by one of the names. */
export const sorted = <const T extends string>(names: readonly T[]) => ({
  ...paging,
  sort: oneOf('排序字段', names),
  descending: yesNo('是否降序'),
});

/** Every window takes it: the position from the receipt of one's own act. */
export const seen = parameter(
  '回执中的位置：等待本窗口更新到此位置（最多 2 秒），仍未赶上时回答带 stale: true',
  { type: 'string' },
  (text) => (/^[\w:.-]{1,64}$/.test(text) ? text : undefined),
);

/** Checks the query string against its parameters: no other name, none twice. Throws Problem with every fault. */
export function parseAsked<P extends Parameters>(parameters: P, query: Readonly<Record<string, unknown>>): Asked<P> {
  const known: Parameters = { ...parameters, seen };
  const faults: Fault[] = Object.keys(query)
    .filter((name) => !Object.hasOwn(known, name))
    .map((field) => ({ field, message: '没有这个查询参数' }));
  const values: Record<string, unknown> = {};
  for (const [name, one] of Object.entries(known)) {
    const given = query[name];
    const value = typeof given === 'string' ? one.parse(given) : undefined;
    if (value !== undefined) values[name] = value;
    else if (given !== undefined || one.required)
      faults.push({
        field: name,
        message: `${one.description}：${Array.isArray(given) ? '只能给出一次' : given === undefined ? '必须给出' : '格式不对'}`,
      });
  }
  if (faults.length > 0) throw new Problem('invalid', { detail: `共 ${faults.length} 处有误`, faults });
  return values as Asked<P>;
}

/** The checked query string of a window. */
export const Asking = createParamDecorator((parameters: Parameters, context: ExecutionContext) =>
  parseAsked(
    parameters,
    context.switchToHttp().getRequest<FastifyRequest>().query as Readonly<Record<string, unknown>>,
  ),
);

/** A path id, which must be a UUID; anything else is not there. */
export const PathId = createParamDecorator((name: string, context: ExecutionContext): string => {
  const value = (context.switchToHttp().getRequest<FastifyRequest>().params as Readonly<Record<string, string>>)[name];
  if (!isUuid(value)) throw new Problem('not_found');
  return value;
});

/** A calendar year of the path. */
export const PathYear = createParamDecorator((name: string, context: ExecutionContext): number => {
  const value =
    (context.switchToHttp().getRequest<FastifyRequest>().params as Readonly<Record<string, string>>)[name] ?? '';
  if (!/^2[01]\d\d$/.test(value)) throw new Problem('not_found');
  return Number(value);
});
