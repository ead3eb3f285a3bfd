import { invalid, Problem } from './problem.js';

const depthMax = 20;
// What a careless Object.assign of this body would change on every object of the process.
const forbiddenKeys = ['__proto__', 'constructor', 'prototype'];

type Scope = Set<string> | 'list';

/** Walks JSON text before it is parsed: JSON.parse keeps the last of two equal keys and builds whatever depth it is given. */
class Scan {
  private readonly scopes: Scope[] = [];
  private at = 0;

  constructor(private readonly text: string) {}

  run(): void {
    while (this.at < this.text.length) {
      const character = this.text[this.at];
      if (character === '"') this.string();
      else if (character === '{' || character === '[') this.enter(character === '{' ? new Set() : 'list');
      else if (character === '}' || character === ']') this.leave();
      else this.at += 1;
    }
  }

  private enter(scope: Scope): void {
    this.scopes.push(scope);
    if (this.scopes.length > depthMax) throw invalid(`JSON 嵌套超过 ${depthMax} 层`);
    this.at += 1;
  }

  private leave(): void {
    this.scopes.pop();
    this.at += 1;
  }

  private string(): void {
    const start = this.at;
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== '"') this.at += this.text[this.at] === '\\' ? 2 : 1;
    this.at += 1;
    const scope = this.scopes.at(-1);
    if (scope instanceof Set && this.isFollowedByColon()) this.key(scope, parsed(this.text.slice(start, this.at)));
  }

  private isFollowedByColon(): boolean {
    let next = this.at;
    while (' \t\r\n'.includes(this.text[next] ?? ':') && next < this.text.length) next += 1;
    return this.text[next] === ':';
  }

  private key(seen: Set<string>, key: unknown): void {
    if (typeof key !== 'string') return;
    if (forbiddenKeys.includes(key)) throw invalid('JSON 含有不允许的字段名');
    if (seen.has(key)) throw invalid('JSON 同一层出现了重复的字段');
    seen.add(key);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw invalid('不是正确的 JSON');
  }
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decoded(body: Uint8Array): string {
  try {
    return decoder.decode(body);
  } catch {
    throw invalid('不是 UTF-8 编码');
  }
}

/** A lone surrogate or U+0000 cannot be stored as text. */
function checkTexts(value: unknown): void {
  if (
    typeof value === 'string' &&
    (!(value as string & { isWellFormed(): boolean }).isWellFormed() || value.includes('\u0000'))
  )
    throw new Problem('unprocessable', { detail: '文字中含有无法保存的字符' });
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(checkTexts);
}

/** The parsed body; an empty one is an empty object. Throws Problem. */
export function parseJsonBody(body: Uint8Array): unknown {
  if (body.length === 0) return {};
  const text = decoded(body);
  if (text.startsWith('\ufeff')) throw invalid('JSON 不能以字节顺序标记（BOM）开头');
  new Scan(text).run();
  const value = parsed(text);
  checkTexts(value);
  return value;
}
