/** Markup that is already safe; everything else is escaped on its way in. */
export class Html {
  constructor(readonly markup: string) {}
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Control characters and the marks that turn the direction of writing could make a print say something else than the record. */
const invisible = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

export const escapeHtml = (text: string): string => text.replace(invisible, '').replace(/[&<>"']/gu, (character) => entities[character] ?? '');

type Part = string | number | Html | readonly Html[];

const markupOf = (part: Part): string => {
  if (typeof part === 'string' || typeof part === 'number') return escapeHtml(String(part));
  return part instanceof Html ? part.markup : part.map(({ markup }) => markup).join('');
};

/** Template tag: texts and numbers are escaped, `Html` goes in as it is. */
export const html = (literals: TemplateStringsArray, ...parts: readonly Part[]): Html =>
  new Html(literals.reduce((markup, literal, index) => markup + markupOf(parts[index - 1] ?? '') + literal));
