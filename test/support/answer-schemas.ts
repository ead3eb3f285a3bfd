import path from 'node:path';
import ts from 'typescript';

export type Schema = Readonly<Record<string, unknown>>;

/** What every reading route answers, by operation id, and the named shapes that the answers are made of. */
export interface AnswerSchemas {
  readonly answers: Readonly<Record<string, Schema>>;
  readonly shapes: Readonly<Record<string, Schema>>;
}

const root = path.resolve(import.meta.dirname, '../..');
const routing = new Set(['Get', 'Shows', 'Accepts']);
/** Sent as they are, not as JSON. */
const notJson = new Set(['string', 'void', 'Buffer', 'StreamableFile', 'OpenAPIObject']);

/** Return types of the controllers' methods as JSON schemas: an answer's shape is stated once, in TypeScript. */
export function answerSchemas(): AnswerSchemas {
  const program = programOf(path.join(root, 'apps/api/tsconfig.app.json'));
  const checker = program.getTypeChecker();
  const words = new Shapes(checker);
  const answers: Record<string, Schema> = {};
  for (const { className, method } of program.getSourceFiles().flatMap(routesIn)) {
    const signature = checker.getSignatureFromDeclaration(method);
    const type = signature && checker.getAwaitedType(signature.getReturnType());
    if (type && !notJson.has(checker.typeToString(type)))
      answers[`${className}_${method.name.getText()}`] = words.of(type);
  }
  return { answers: sorted(answers), shapes: sorted(words.named) };
}

function programOf(config: string): ts.Program {
  const { config: read } = ts.readConfigFile(config, (file) => ts.sys.readFile(file)) as { config: object };
  const { fileNames, options } = ts.parseJsonConfigFileContent(read, ts.sys, path.dirname(config));
  return ts.createProgram(fileNames, { ...options, incremental: false, noEmit: true });
}

interface RouteMethod {
  readonly className: string;
  readonly method: ts.MethodDeclaration;
}

function routesIn(file: ts.SourceFile): RouteMethod[] {
  if (!file.fileName.includes('/apps/api/src/')) return [];
  return file.statements.filter(ts.isClassDeclaration).flatMap((one) => {
    const className = one.name?.text;
    if (className === undefined) return [];
    const methods = one.members.filter(ts.isMethodDeclaration).filter(isRoute);
    return methods.map((method) => ({ className, method }));
  });
}

const isRoute = (method: ts.MethodDeclaration): boolean =>
  (ts.getDecorators(method) ?? []).some(
    ({ expression }) => ts.isCallExpression(expression) && routing.has(expression.expression.getText()),
  );

const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Turns types into schemas; interfaces and object aliases without parameters become named ones. */
class Shapes {
  readonly named: Record<string, Schema> = {};
  private readonly names = new Map<ts.Type, string>();

  constructor(private readonly checker: ts.TypeChecker) {}

  of(type: ts.Type): Schema {
    if (type.isUnion()) return this.union(type.types);
    return this.plain(type) ?? this.object(type);
  }

  private plain(type: ts.Type): Schema | undefined {
    const { flags } = type;
    if (flags & ts.TypeFlags.StringLiteral) return { type: 'string', enum: [(type as ts.StringLiteralType).value] };
    if (flags & ts.TypeFlags.NumberLiteral) return { type: 'number', enum: [(type as ts.NumberLiteralType).value] };
    if (flags & (ts.TypeFlags.StringLike | ts.TypeFlags.BigIntLike)) return { type: 'string' };
    if (flags & ts.TypeFlags.NumberLike) return { type: 'number' };
    if (flags & ts.TypeFlags.BooleanLiteral)
      return { type: 'boolean', enum: [this.checker.typeToString(type) === 'true'] };
    if (flags & ts.TypeFlags.Null) return { type: 'null' };
    if (flags & (ts.TypeFlags.Any | ts.TypeFlags.Unknown)) return {};
    // A branded text or number is on the wire what it is made of.
    if (type.isIntersection())
      return type.types.map((part) => this.plain(part)).find((part) => part && Object.keys(part).length > 0);
    return undefined;
  }

  private union(types: readonly ts.Type[]): Schema {
    const parts = types.filter(({ flags }) => !(flags & (ts.TypeFlags.Undefined | ts.TypeFlags.Void)));
    const kinds = new Map<string, unknown[]>();
    const others: Schema[] = [];
    for (const part of parts.map((one) => this.of(one)))
      if (Array.isArray(part['enum']))
        kinds.set(String(part['type']), [...(kinds.get(String(part['type'])) ?? []), ...(part['enum'] as unknown[])]);
      else if (!others.some((one) => JSON.stringify(one) === JSON.stringify(part))) others.push(part);
    const literals = [...kinds].map(([type, values]): Schema =>
      type === 'boolean' && values.length === 2 ? { type } : { type, enum: values.sort() },
    );
    const all = [...literals, ...others];
    return all.length === 1 ? (all[0] ?? {}) : { anyOf: all };
  }

  private object(type: ts.Type): Schema {
    if (this.checker.isTupleType(type) || this.checker.isArrayType(type)) return this.list(type);
    if (type.symbol?.name === 'Date') return { type: 'string', format: 'date-time' };
    const name = nameOf(type);
    if (name === undefined) return this.properties(type);
    if (!this.names.has(type)) {
      const free = this.freeName(name);
      this.names.set(type, free);
      this.named[free] = {};
      this.named[free] = this.properties(type);
    }
    return { $ref: `#/components/schemas/${this.names.get(type)}` };
  }

  private list(type: ts.Type): Schema {
    const items = this.checker.getTypeArguments(type as ts.TypeReference);
    return { type: 'array', items: this.union(items) };
  }

  private freeName(name: string): string {
    if (!(name in this.named)) return name;
    for (let n = 2; ; n += 1) if (!(`${name}${n}` in this.named)) return `${name}${n}`;
  }

  private properties(type: ts.Type): Schema {
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String);
    const properties: Record<string, Schema> = {};
    const required: string[] = [];
    for (const property of this.checker.getPropertiesOfType(type)) {
      if (property.name.startsWith('__@')) continue;
      const value = this.checker.getTypeOfSymbol(property);
      if (value.getCallSignatures().length > 0) continue;
      properties[property.name] = this.of(value);
      if (!(property.flags & ts.SymbolFlags.Optional)) required.push(property.name);
    }
    return {
      type: 'object',
      ...(Object.keys(properties).length > 0 ? { properties: sorted(properties) } : {}),
      ...(required.length > 0 ? { required: required.sort() } : {}),
      ...(index ? { additionalProperties: this.of(index) } : {}),
    };
  }
}

function nameOf(type: ts.Type): string | undefined {
  if (type.aliasSymbol) return type.aliasTypeArguments?.length ? undefined : type.aliasSymbol.name;
  const { symbol } = type;
  if (!symbol || !(symbol.flags & ts.SymbolFlags.Interface)) return undefined;
  return (type as ts.TypeReference).typeArguments?.length ? undefined : symbol.name;
}
