export interface PhonesOfCell {
  mobiles: string[];
  offices: string[];
  /** The pieces that are no Chinese phone number, as written (after NFKC): personal text, never for a log. */
  rejected: string[];
}

const SEPARATORS = /[、,;/|\r\n]+/;
const LABEL = /^(?:联系电话|办公电话|电话|办公|办|手机号码|手机)?:?/;
const MOBILE = /^(?:\+?86-?)?(1[3-9]\d{9})$/;
// Area codes: 010, 02x, else four digits; local numbers have 7 or 8 digits and start with 2–8.
const LANDLINE = /^\(?(0(?:10|2\d|[3-9]\d{2}))?\)?-?([2-8]\d{6,7})((?:-|转)\d{1,6})?$/;
const AREA_CODE = /^0(?:10|2\d|[3-9]\d{2})-?$/;

/**
 * The mobiles and office lines in one cell of 联系方式（办公、手机）, each once, in order. A bare 7–8 digit local
 * number is accepted as office text because rosters print it so; office lines are shared and identify nobody.
 */
export function parsePhones(cellText: string): PhonesOfCell {
  const phones: PhonesOfCell = { mobiles: [], offices: [], rejected: [] };
  for (const piece of cellText.normalize('NFKC').split(SEPARATORS)) {
    const whole = compact(piece);
    if (whole === '') continue;
    // `138 1234 5678` is one number written in groups, `85012345 13812345678` are two.
    const candidates = isPhone(whole) ? [whole] : wordsWithAreaCodeJoined(piece);
    for (const candidate of candidates) sortInto(phones, candidate);
  }
  return phones;
}

/** A mobile as `138****5678`, an office line with the first digits of its local number starred. */
export function maskPhone(phone: string): string {
  if (MOBILE.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`;
  const [, areaCode, local, extension] = LANDLINE.exec(phone) ?? [];
  if (local === undefined) return '*'.repeat(phone.length);
  const masked = `${'*'.repeat(local.length - 4)}${local.slice(-4)}${extension === undefined ? '' : '-*'}`;
  return areaCode === undefined ? masked : `${areaCode}-${masked}`;
}

function compact(text: string): string {
  return text.replace(/\s/g, '').replace(LABEL, '');
}

function isPhone(text: string): boolean {
  return mobileOf(text) !== null || LANDLINE.test(text);
}

function mobileOf(text: string): string | null {
  return MOBILE.exec(text)?.[1] ?? MOBILE.exec(text.replace(/-/g, ''))?.[1] ?? null;
}

function wordsWithAreaCodeJoined(piece: string): string[] {
  const joined: string[] = [];
  for (const word of piece
    .split(/\s+/)
    .map(compact)
    .filter((part) => part !== '')) {
    const previous = joined.at(-1);
    if (previous !== undefined && AREA_CODE.test(previous)) joined[joined.length - 1] = previous + word;
    else joined.push(word);
  }
  return joined;
}

function sortInto(phones: PhonesOfCell, candidate: string): void {
  const mobile = mobileOf(candidate);
  if (mobile !== null) return addOnce(phones.mobiles, mobile);
  const [, areaCode, local, extension] = LANDLINE.exec(candidate) ?? [];
  if (local === undefined) return addOnce(phones.rejected, candidate);
  const number = areaCode === undefined ? local : `${areaCode}-${local}`;
  addOnce(phones.offices, extension === undefined ? number : `${number}-${extension.replace(/\D/g, '')}`);
}

function addOnce(list: string[], item: string): void {
  if (!list.includes(item)) list.push(item);
}
