import { SheetRejected } from './sheet-rejected.js';

export const archiveLimits = {
  fileBytesMax: 20 * 1024 * 1024,
  expandedBytesMax: 200 * 1024 * 1024,
  /** Deflate reaches about 1,030 : 1; sheets of real units stay below 20 : 1. */
  expansionRatioMax: 100,
  entriesMax: 200,
} as const;

const signature = { entry: 0x02014b50, end: 0x06054b50 } as const;
const sizeInZip64 = 0xffffffff;
const countInZip64 = 0xffff;
const endRecordBytes = 22;
const entryHeaderBytes = 46;
const commentBytesMax = 65_535;
const emptyDeflateBytes = 2;
const openXmlRemedy = '请用 Excel 或 WPS 打开原表，另存为“Excel 工作簿（*.xlsx）”后再上传。';

interface Entry {
  readonly name: string;
  readonly packedBytes: number;
  readonly expandedBytes: number;
  readonly nextOffset: number;
}

const suspicious = (what: string): SheetRejected =>
  new SheetRejected('archive_suspicious', `文件内部结构异常：${what}，为安全起见不予读取。`, openXmlRemedy);

/**
 * Refuses, before anything is unpacked, what is not a plain .xlsx: other formats under its name, macros, archives that
 * would grow beyond 200 MB or 100 : 1. The reader then holds each part to the size declared here.
 */
export function checkArchive(bytes: Uint8Array): void {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readEntries(bytes, view);
  const names = new Set(entries.map(({ name }) => name.toLowerCase()));
  if (names.size !== entries.length) throw suspicious('压缩包内有重名文件');
  if ([...names].some((name) => name.endsWith('vbaproject.bin') || name.includes('/macrosheets/')))
    throw new SheetRejected('macros_not_accepted', '文件中含有宏，不予读取。', openXmlRemedy);
  if (!names.has('[content_types].xml') || !names.has('xl/workbook.xml'))
    throw new SheetRejected('not_a_workbook', '文件不是 Excel 工作簿（.xlsx）。', openXmlRemedy);
  checkSizes(entries);
}

function checkSizes(entries: readonly Entry[]): void {
  const { expandedBytesMax, expansionRatioMax } = archiveLimits;
  let expanded = 0;
  for (const entry of entries) {
    // An entry that declares nothing would be unpacked without a limit.
    if (entry.expandedBytes === 0 && entry.packedBytes > emptyDeflateBytes) throw suspicious('文件大小声明不实');
    if (entry.expandedBytes > entry.packedBytes * expansionRatioMax && entry.expandedBytes > 1024 * 1024)
      throw suspicious('压缩比过大');
    expanded += entry.expandedBytes;
  }
  if (expanded > expandedBytesMax) throw suspicious('解压后超过 200 MB');
}

function readEntries(bytes: Uint8Array, view: DataView): Entry[] {
  const end = endOfDirectory(view);
  const count = view.getUint16(end + 10, true);
  const start = view.getUint32(end + 16, true);
  if (count === countInZip64 || start === sizeInZip64 || count > archiveLimits.entriesMax) throw suspicious('压缩包内文件过多');
  const entries: Entry[] = [];
  for (let offset = start; entries.length < count; ) {
    const entry = readEntry(bytes, view, offset);
    entries.push(entry);
    offset = entry.nextOffset;
  }
  return entries.filter(({ name }) => !name.endsWith('/'));
}

function endOfDirectory(view: DataView): number {
  const first = Math.max(0, view.byteLength - endRecordBytes - commentBytesMax);
  for (let offset = view.byteLength - endRecordBytes; offset >= first; offset--)
    if (view.getUint32(offset, true) === signature.end) return offset;
  throw new SheetRejected('not_a_workbook', '文件不完整，或者不是 Excel 工作簿（.xlsx）。', openXmlRemedy);
}

function readEntry(bytes: Uint8Array, view: DataView, offset: number): Entry {
  if (offset + entryHeaderBytes > view.byteLength || view.getUint32(offset, true) !== signature.entry)
    throw suspicious('压缩包目录损坏');
  const nameEnd = offset + entryHeaderBytes + view.getUint16(offset + 28, true);
  const extraEnd = nameEnd + view.getUint16(offset + 30, true);
  if (extraEnd > view.byteLength) throw suspicious('压缩包目录损坏');
  const name = safeName(bytes.subarray(offset + entryHeaderBytes, nameEnd));
  const declared = { packedBytes: view.getUint32(offset + 20, true), expandedBytes: view.getUint32(offset + 24, true) };
  const sizes = Object.values(declared).includes(sizeInZip64) ? zip64Sizes(view, nameEnd, extraEnd, declared) : declared;
  const sizesFollowTheData = (view.getUint16(offset + 8, true) & 8) !== 0;
  if (sizesFollowTheData && sizes.packedBytes === 0 && !name.endsWith('/')) throw suspicious('文件大小声明不实');
  return { name, ...sizes, nextOffset: extraEnd + view.getUint16(offset + 32, true) };
}

function safeName(bytes: Uint8Array): string {
  const name = new TextDecoder().decode(bytes);
  if (name.includes('..') || name.startsWith('/') || name.includes('\\')) throw suspicious('压缩包内路径不合规');
  return name;
}

interface Sizes {
  readonly packedBytes: number;
  readonly expandedBytes: number;
}

/** Some Java exporters write every entry in ZIP64 form, however small it is. */
function zip64Sizes(view: DataView, extraStart: number, extraEnd: number, declared: Sizes): Sizes {
  for (let at = extraStart; at + 4 <= extraEnd; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let next = at + 4;
    const take = (value: number): number => {
      if (value !== sizeInZip64) return value;
      if (next + 8 > extraEnd) throw suspicious('压缩包目录损坏');
      next += 8;
      return Number(view.getBigUint64(next - 8, true));
    };
    const expandedBytes = take(declared.expandedBytes);
    return { expandedBytes, packedBytes: take(declared.packedBytes) };
  }
  throw suspicious('压缩包目录损坏');
}
