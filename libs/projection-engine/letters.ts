import { pinyin } from 'pinyin-pro';

/**
 * A name as it is typed on a keyboard, initials first: 张建军 is `zjj zhangjianjun`. Surnames are read as surnames (曾 is
 * zeng, 单 is shan). 𠮷, which the library does not know, is read as the 吉 that it is a variant of; what has no reading and
 * the dot between parts are left out.
 */
export function lettersOf(name: string): string {
  const readings = pinyin(name.replaceAll('𠮷', '吉'), { toneType: 'none', type: 'array', surname: 'head', v: true })
    .map((reading) => reading.toLowerCase().replaceAll(/[^a-z]/g, ''))
    .filter((reading) => reading !== '');
  if (readings.length === 0) return '';
  return `${readings.map((reading) => reading.charAt(0)).join('')} ${readings.join('')}`;
}

/** What is typed, to stand in a `like`: its own % and _ find themselves. */
export const escaped = (text: string): string => text.trim().replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);

/** `zhang jj` and `ZJJ` are letters, 张 and 2026 are not: what is typed of a name in another script finds no letters. */
export const lettersAsked = (text: string | undefined): string | null =>
  text !== undefined && /^[a-z][a-z ’'·-]*$/i.test(text.trim()) ? text.toLowerCase().replaceAll(/[^a-z]/g, '') : null;

/** SQL: what is shown in `shown` holds the text typed, or its `letters` the letters. Titles are long: anywhere, not only at the beginning. */
export const namedLike = (
  { shown, letters }: { readonly shown: string; readonly letters: string },
  { text, typed }: { readonly text: string; readonly typed: string },
): string =>
  `(${text}::text is null or ${shown} like '%' || ${text} || '%' or ${letters} like '%' || ${typed}::text || '%')`;
