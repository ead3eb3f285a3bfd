import { deflateRawSync } from 'node:zlib';

import { writeXlsx, type CellValue, type MergeRange } from 'hucre/xlsx';

/** For specs: a workbook of one sheet. */
export const madeSheet = (
  rows: readonly (readonly CellValue[])[],
  merges: readonly MergeRange[] = [],
): Promise<Uint8Array> =>
  writeXlsx({ sheets: [{ name: '表', rows: rows.map((cells) => [...cells]), merges: [...merges] }] });

export interface MadeEntry {
  readonly name: string;
  readonly text?: string;
  /** What the directory says instead of the truth. */
  readonly declaredBytes?: number;
}

/** For specs: a ZIP whose directory may lie. */
export function madeArchive(entries: readonly MadeEntry[]): Uint8Array {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const { name, text = '<x/>', declaredBytes = Buffer.byteLength(text) } of entries) {
    const [nameBytes, packed] = [Buffer.from(name), deflateRawSync(Buffer.from(text))];
    const offset = locals.reduce((sum, { length }) => sum + length, 0);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declaredBytes, 22);
    local.writeUInt16LE(nameBytes.length, 26);
    locals.push(local, nameBytes, packed);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declaredBytes, 24);
    entry.writeUInt16LE(nameBytes.length, 28);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, nameBytes);
  }
  const [head, tail] = [Buffer.concat(locals), Buffer.concat(directory)];
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(tail.length, 12);
  end.writeUInt32LE(head.length, 16);
  return Buffer.concat([head, tail, end]);
}
