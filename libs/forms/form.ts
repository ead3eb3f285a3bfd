import { createHash } from 'node:crypto';

import canonicalize from 'canonicalize';

import type { LocalDate } from '#libs/kernel/time';

import { html, Html } from './html.js';

export interface FormColumn {
  /** Exactly as it stands on the annex. */
  readonly label: string;
  /** Share of the table's width; the shares of a form add up to 100. */
  readonly widthPercent: number;
  readonly align?: 'left';
}

export interface FormCell {
  readonly text: string;
  /** Rows below that this cell covers too; those rows leave it out. */
  readonly rowSpan?: number;
  readonly align?: 'left' | 'center';
}

/** One printed form: a title, one line for the seal and the date, one ruled table, a note under it. */
export interface Form {
  readonly annexMark: string;
  readonly title: string;
  /** Texts of the line over the table, spread from left to right; the seal goes on its first text. */
  readonly headLine: readonly string[];
  readonly columns: readonly FormColumn[];
  readonly rows: readonly (readonly FormCell[])[];
  readonly note: string;
}

/** What every frozen form says about its origin (Z-04, Z-05). */
export interface FrozenForm {
  /** Last entry of the ledger that the form takes in; the forms of one filing share it. */
  readonly ledgerPosition: number | string;
  readonly filledOn: LocalDate;
}

/** Z-05 “一式二份”: both copies carry the same content hash. */
export type CopyNumber = 1 | 2;

/** SHA-256, lower-case hex, over the canonical JSON (RFC 8785) of the document. */
export function contentHash(document: FrozenForm): string {
  const text = canonicalize(document);
  if (text === undefined) throw new Error('a form document must be JSON');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}

/** 2026-07-01 → 2026.7.1, the way the forms are filled in. */
export const formDate = (day: LocalDate): string => day.split('-').map(Number).join('.');

const song = '"SimSun", "宋体", "STSong", "Noto Serif CJK SC", serif';
const fangsong = '"FangSong", "仿宋", "FangSong_GB2312", "STFangsong", "Noto Serif CJK SC", serif';

/** Head and foot of the table repeat on every page; a browser without page margin boxes prints all but the page number. */
export const formStyle = `
@page { size: A4; margin: 20mm 16mm; @bottom-right { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 8pt ${song}; color: #555; } }
* { box-sizing: border-box; }
html { font: 12pt/1.45 ${fangsong}; color: #000; background: #fff; }
body { margin: 0; }
h1 { margin: 4mm 0 8mm; font: bold 20pt/1.3 ${song}; text-align: center; }
.annex { margin: 0; font-size: 14pt; }
.head { display: flex; justify-content: space-between; gap: 6mm; margin: 0 0 2mm; }
.head span + span { flex: none; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; }
thead { display: table-header-group; }
tfoot { display: table-footer-group; }
tr { break-inside: avoid; }
th, td { border: 0.3mm solid #000; padding: 1.6mm 1.2mm; text-align: center; vertical-align: middle; white-space: pre-line; word-break: keep-all; overflow-wrap: anywhere; line-break: strict; }
th { font: bold 11.5pt/1.3 ${song}; }
td { height: 9.5mm; }
td.left { text-align: left; }
tfoot td { height: auto; border: none; padding: 2mm 0 0; text-align: left; }
.note, .origin { margin: 0; }
.origin { margin-top: 2mm; font: 7.5pt/1.4 ${song}; color: #555; }
@media screen { body { width: 178mm; margin: 10mm auto; } }
`;

/** For the header `Content-Security-Policy: style-src '…'`: the one style block that every form carries; forms hold no script and load nothing. */
export const formStyleSource = `'sha256-${createHash('sha256').update(formStyle, 'utf8').digest('base64')}'`;

const cellHtml = (cell: FormCell, column: FormColumn | undefined): Html => {
  const span = cell.rowSpan !== undefined && cell.rowSpan > 1 ? html` rowspan="${cell.rowSpan}"` : html``;
  const side = (cell.align ?? column?.align) === 'left' ? html` class="left"` : html``;
  return html`<td${span}${side}>${cell.text}</td>`;
};

/** Headers break where the form breaks them: after the quoted name and before the bracket. */
const headerHtml = (label: string): Html => {
  const pieces = label.split(/(?<=”)|(?=（)/u).map((piece, index) => (index === 0 ? html`${piece}` : html`<wbr>${piece}`));
  return html`<th scope="col">${pieces}</th>`;
};

/** A row may leave out leading cells that a cell above covers; the rest stands at the right. */
const rowHtml = (cells: readonly FormCell[], columns: readonly FormColumn[]): Html => {
  const covered = columns.length - cells.length;
  return html`<tr>${cells.map((cell, index) => cellHtml(cell, columns[index + covered]))}</tr>\n`;
};

export interface Printed {
  readonly copy?: CopyNumber | undefined;
  /** F-39: who printed it, when, under which number of the register of exports; on every page. No part of the content hash. */
  readonly mark?: string | undefined;
}

/** A whole HTML document that prints on A4 like the annex; its foot names the ledger position and the content hash. */
export function formHtml(form: Form, document: FrozenForm, { copy, mark }: Printed = {}): string {
  const ofCopy = copy ? [`第 ${copy} 份（一式二份）`] : [];
  const origin = [`台账位置 ${document.ledgerPosition}`, `内容校验 SHA-256 ${contentHash(document)}`, ...ofCopy, ...(mark ? [mark] : [])];
  return html`<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>${form.title}</title>
<style>${new Html(formStyle)}</style>
</head>
<body>
<p class="annex">${form.annexMark}</p>
<h1>${form.title}</h1>
<p class="head">${form.headLine.map((text) => html`<span>${text}</span>`)}</p>
<table>
<colgroup>${form.columns.map(({ widthPercent }) => html`<col width="${widthPercent}%">`)}</colgroup>
<thead>
<tr>${form.columns.map(({ label }) => headerHtml(label))}</tr>
</thead>
<tfoot>
<tr><td colspan="${form.columns.length}"><p class="note">${form.note}</p><p class="origin">${origin.join('　')}</p></td></tr>
</tfoot>
<tbody>
${form.rows.map((cells) => rowHtml(cells, form.columns))}</tbody>
</table>
</body>
</html>
`.markup;
}

/** SHA-256 of a paper that is printed as it stands, in hex. */
export const textHash = (text: string): string => createHash('sha256').update(text).digest('hex');
