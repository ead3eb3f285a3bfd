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
