import { hash } from 'node:crypto';
import { verifyFiles, type Told } from './verify-files.js';

/** As much of a browser as the page needs; the product is compiled without one. */
interface PageElement {
  textContent: string | null;
  className: string;
  readonly value: string;
  readonly files: ArrayLike<{ text(): Promise<string> }> | null;
  append(...parts: readonly PageElement[]): void;
  replaceChildren(): void;
  addEventListener(what: string, listener: () => void): void;
}
declare const document: {
  getElementById(id: string): PageElement | null;
  createElement(name: string): PageElement;
};

const at = (id: string): PageElement => {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no ${id}`);
  return found;
};

const filesOf = (id: string): Promise<string[]> => Promise.all(Array.from(at(id).files ?? [], (file) => file.text()));

function line(name: string, text: string, kind = ''): PageElement {
  const element = document.createElement(name);
  // As text, never as markup: a file may hold anything.
  element.textContent = text;
  element.className = kind;
  return element;
}

function show({ code, verdict, remedy, steps, facts }: Told): void {
  const result = at('result');
  result.replaceChildren();
  for (const [i, { title, passed, faults }] of steps.entries()) {
    result.append(line('p', `${i + 1}. ${passed ? '通过' : '不符'}　${title}`, passed ? 'passed' : 'failed'));
    for (const { check, words, detail } of faults.slice(0, 50))
      result.append(line('p', `${check}　${words}${detail === '' ? '' : `（${detail}）`}`, 'fault'));
  }
  for (const fact of facts) result.append(line('p', fact));
  result.append(line('p', `${verdict}${remedy ?? ''}`, code === 0 ? 'passed verdict' : 'failed verdict'));
  at('code').textContent = String(code);
}

async function check(): Promise<void> {
  const [policies, subjects, held] = await Promise.all([filesOf('policy'), filesOf('subject'), filesOf('held')]);
  const [policy, subject] = [policies[0], subjects[0]];
  const typed = at('typed').value.trim();
  if (policy === undefined || subject === undefined)
    return show({ code: 2, verdict: '还缺策略文件，或要校验的文件。', steps: [], facts: [] });
  const days = at('days').value.trim();
  const told = await verifyFiles({
    policy,
    subject,
    held: typed === '' ? held : [...held, typed],
    now: Math.floor(Date.now() / 1000),
    days: days === '' ? undefined : Number(days),
  });
  show({ ...told, facts: [...told.facts, `文件的 SHA-256　${hash('sha256', subject, 'hex')}`] });
}

at('check').addEventListener('click', () => {
  at('code').textContent = '';
  check().catch((error: unknown) => show({ code: 2, verdict: `校验程序出错：${String(error)}`, steps: [], facts: [] }));
});
