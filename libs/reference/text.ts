export type TextFault = 'text_must_not_be_empty' | 'text_must_not_hide_characters' | 'text_must_not_be_too_long';
export type TextReading = { ok: true; text: string } | { ok: false; fault: TextFault };

export const NAME_CODE_POINTS_MAX = 50;
export const FREE_TEXT_CODE_POINTS_MAX = 2_000;

const BLANKS = '[\\t \\u00A0\\u3000]';
const CONTROL = /\p{Cc}|\p{Cs}/u;
// Zero-width marks make two equal-looking names differ; direction marks make a text read otherwise than it is stored.
const ZERO_WIDTH = /[\u00AD\u180E\u200B-\u200D\u2060\uFEFF]/u;
const DIRECTION_MARKS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
const PASTE_DEBRIS = /[\u00AD\u200B\u2060\uFEFF]/gu;
const INTERPUNCTS = /[•・‧･]/gu;
const TWO_HAN = /^\p{Script=Han}{2}$/u;

/**
 * A person's name as stored: trimmed, `丁　宜` joined to `丁宜`, every middle dot as `·`, NFC. Not NFKC, which
 * would rewrite compatibility characters a name is officially registered with.
 */
export function cleanName(raw: string): TextReading {
  const trimmed = raw.replace(new RegExp(`^${BLANKS}+|${BLANKS}+$`, 'gu'), '').normalize('NFC');
  if (hidesCharacters(trimmed) || ZERO_WIDTH.test(trimmed)) {
    return { ok: false, fault: 'text_must_not_hide_characters' };
  }
  return measured(joinInnerBlanks(trimmed).replace(INTERPUNCTS, '·'), NAME_CODE_POINTS_MAX);
}

/** A free text as stored: trimmed, NFC, line ends `\n`, invisible debris of copying from web pages dropped. */
export function cleanText(raw: string, codePointsMax = FREE_TEXT_CODE_POINTS_MAX): TextReading {
  const text = raw.replace(/\r\n?/g, '\n').replace(PASTE_DEBRIS, '').trim().normalize('NFC');
  return hidesCharacters(text.replace(/[\n\t]/g, ''))
    ? { ok: false, fault: 'text_must_not_hide_characters' }
    : measured(text, codePointsMax);
}

/** The items of a cell that lists several things with 、，,;； or line breaks, in order, each once. */
export function splitList(text: string): string[] {
  const items = text
    .normalize('NFC')
    .split(/[、，,;；\r\n]/u)
    .map((item) => item.trim());
  return [...new Set(items.filter((item) => item !== ''))];
}

// Forms pad two-character names to the width of three; longer names keep their word breaks (阿依古丽 买买提).
function joinInnerBlanks(name: string): string {
  const joined = name.replace(new RegExp(BLANKS, 'gu'), '');
  return TWO_HAN.test(joined) ? joined : name.replace(new RegExp(`${BLANKS}+`, 'gu'), ' ');
}

function hidesCharacters(text: string): boolean {
  return CONTROL.test(text) || DIRECTION_MARKS.test(text);
}

function measured(text: string, codePointsMax: number): TextReading {
  if (text === '') return { ok: false, fault: 'text_must_not_be_empty' };
  // Code points, not UTF-16 units: 𠮷 is one character to its bearer.
  return [...text].length > codePointsMax ? { ok: false, fault: 'text_must_not_be_too_long' } : { ok: true, text };
}
