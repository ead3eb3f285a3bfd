import { getMetadataStorage, validateSync, type ValidationError } from 'class-validator';
import { Problem, invalid, type Fault } from './problem.js';

/** A request whose shape is said by class-validator rules. */
export type Shape<T extends object> = new () => T;

interface NestedList {
  readonly shape: Shape<object>;
  readonly items: readonly unknown[];
}

/** Lists of objects are checked by one rule; their faults are wanted line by line. */
function nestedListOf(
  shape: Shape<object>,
  { property, constraints = {}, value }: ValidationError,
): NestedList | undefined {
  if (!('nestedListOf' in constraints) || !Array.isArray(value)) return undefined;
  const rules = getMetadataStorage().getTargetValidationMetadatas(shape, '', false, false);
  const rule = rules.find(({ propertyName, name }) => propertyName === property && name === 'nestedListOf');
  const [inner, size] = (rule?.constraints ?? []) as [Shape<object>?, { min: number; max: number }?];
  return inner && size && value.length >= size.min && value.length <= size.max
    ? { shape: inner, items: value }
    : undefined;
}

function faultsOfError(shape: Shape<object>, error: ValidationError, path: string): Fault[] {
  const field = `${path}${error.property}`;
  const list = nestedListOf(shape, error);
  if (list)
    return list.items.flatMap((item, index) =>
      faultsOfItem(list.shape, item, { field: `${field}[${index}]`, line: `第 ${index + 1} 行，` }),
    );
  const { constraints = {} } = error;
  if ('whitelistValidation' in constraints) return [{ field, message: '没有这一项' }];
  return [...new Set(Object.values(constraints))].map((message) => ({ field, message }));
}

function faultsOfItem(
  shape: Shape<object>,
  item: unknown,
  { field, line }: { readonly field: string; readonly line: string },
): Fault[] {
  if (typeof item !== 'object' || item === null || Array.isArray(item))
    return [{ field, message: `${line}应是一组字段` }];
  return faultsOf(shape, item, `${field}.`).map((fault) => ({ ...fault, message: `${line}${fault.message}` }));
}

function faultsOf(shape: Shape<object>, value: object, path = ''): Fault[] {
  const errors = validateSync(Object.assign(new shape(), value), {
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: false,
    validationError: { target: false },
  });
  return errors.flatMap((error) => faultsOfError(shape, error, path));
}

/** An instance of the shape with the given fields, all of them known and right. Throws Problem with every fault of every field. */
export function shaped<T extends object>(shape: Shape<T>, value: object): T {
  const faults = faultsOf(shape, value);
  if (faults.length > 0) throw new Problem('invalid', { detail: `共 ${faults.length} 处有误`, faults });
  return Object.assign(new shape(), value);
}

/** The body as an object; nothing sent is an empty one. Throws Problem. */
export function bodyObject(body: unknown): Readonly<Record<string, unknown>> {
  if (body instanceof Problem) throw body;
  if (body === undefined || body === null) return {};
  if (Buffer.isBuffer(body)) throw new Problem('media_type');
  if (typeof body !== 'object' || Array.isArray(body)) throw invalid('请提交一个 JSON 对象');
  return body as Readonly<Record<string, unknown>>;
}

/** Path ids belong to the command; where the body names them too, both must say the same. */
export function withPathIds(
  shape: Shape<object>,
  body: Readonly<Record<string, unknown>>,
  params: Readonly<Record<string, string>>,
): object {
  const ids = Object.entries(params).map(([name, text]) => [name, pathValue(shape, name, text)] as const);
  const faults = ids
    .filter(([name, value]) => Object.hasOwn(body, name) && body[name] !== value)
    .map(([field]) => ({ field, message: '与网址中的编号不一致' }));
  if (faults.length > 0) throw new Problem('invalid', { detail: `共 ${faults.length} 处有误`, faults });
  return { ...body, ...Object.fromEntries(ids) };
}

const pathValue = (shape: Shape<object>, name: string, text: string): string | number =>
  Reflect.getMetadata('design:type', shape.prototype as object, name) === Number && /^\d{1,9}$/.test(text)
    ? Number(text)
    : text;
