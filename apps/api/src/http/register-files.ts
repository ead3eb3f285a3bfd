import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import type { Actor } from '#libs/access/actor';
import type { DisclosurePurpose, ExportReceiver } from '#libs/access/disclosures';
import type { SavedViewRegister } from '#libs/access/saved-views';
import { readingScopes } from '#libs/access/permissions';
import { digestOf, openSelection, sealSelection } from '#libs/access/selection-token';
import type { Sheet } from '#libs/forms/register-sheet';
import type { KeyGroup } from '#libs/kernel/fields';
import type { OrganizationId, VolunteerId } from '#libs/kernel/ids';
import type { Reader } from '#libs/projection-engine/paging';
import { Snapshot } from '#libs/projection-engine/snapshot';
import { AccessNotes } from '../access/access-notes.js';
import { API_OPTIONS, HOUSE, type ApiOptions, type House } from '../api-parts.js';
import { invalid, Problem } from './problem.js';
import { piecesOf, type Listed } from './register-file.js';

/** What somebody chose: filters as `name=value`, what was typed, or lines ticked one by one. */
export interface Chosen {
  readonly filters: readonly string[];
  readonly text?: string | undefined;
  readonly ids?: readonly string[] | undefined;
}

export interface Found extends Listed {
  /** The filters as they were checked. */
  readonly kept: string;
  readonly within: OrganizationId | undefined;
}

/** One register whose lines can be chosen and leave the house as a file. */
export interface FiledRegister {
  readonly register: SavedViewRegister;
  readonly sheet: Sheet;
  /** Personal data that stands in the file. */
  readonly groups: readonly KeyGroup[];
  /** How the lines are counted in a sentence: 人, 支, 项. */
  readonly unit: string;
  find(reader: Reader, actor: Actor, chosen: Chosen): Promise<Found>;
}

export interface Leaving {
  readonly selection: string;
  readonly columns: readonly string[];
  readonly purpose: DisclosurePurpose;
  readonly receiver: ExportReceiver;
}

/** Everything a filter finds, as a token that the server asks again; what is done with it is done with the same lines or not at all. */
@Injectable()
export class RegisterFiles {
  constructor(
    @Inject(HOUSE) private readonly house: House,
    @Inject(API_OPTIONS) private readonly options: ApiOptions,
    private readonly notes: AccessNotes,
  ) {}

  async select(actor: Actor, of: FiledRegister, chosen: Chosen): Promise<{ selection: string; count: number }> {
    const { kept, ids } = await of.find(this.house.read, actor, chosen);
    const { text, ids: ticked } = chosen;
    const sealed = {
      register: of.register,
      filters: kept,
      text,
      ids: ticked,
      count: ids.length,
      digest: digestOf(ids),
    };
    return { selection: sealSelection(this.house.master, this.place(actor), sealed), count: ids.length };
  }

  /**
   * The file, written as it is read; its hash is noted before the first byte goes out. So everything is read twice, from one
   * snapshot, and nothing but some hundred lines is ever in memory.
   */
  async export(actor: Actor, of: FiledRegister, { selection, columns, ...told }: Leaving): Promise<StreamableFile> {
    const chosen = openSelection(this.house.master, this.place(actor), selection);
    if (chosen?.register !== of.register) throw new Problem('refused', { detail: '选定已失效，请重新选定。' });
    if (columns.some((column) => !of.sheet.columns.includes(column))) throw invalid('没有这一列', 'columns');
    const snapshot = await Snapshot.open(this.house.readPool);
    try {
      const found = await of.find(snapshot, actor, { ...chosen, filters: [chosen.filters] });
      assertSame(chosen, found.ids, of);
      const pieces = (): AsyncGenerator<string> => piecesOf(snapshot, found, { sheet: of.sheet, columns });
      const hash = createHash('sha256');
      for await (const piece of pieces()) hash.update(piece);
      await this.notes.disclosed(actor, {
        ...{ means: 'REGISTER', purpose: told.purpose, groups: of.groups },
        volunteerIds: of.register === 'volunteers' ? (found.ids as readonly VolunteerId[]) : [],
        organizationId: found.within ?? readingScopes(actor)[0],
        export: { receiver: told.receiver, contentHash: hash.digest('hex') },
      });
      return new StreamableFile(Readable.from(closing(pieces(), snapshot)), {
        type: 'text/csv; charset=utf-8',
        disposition: 'attachment',
      });
    } catch (error) {
      await snapshot.close();
      throw error;
    }
  }

  private place({ accountId }: Actor): { accountId: Actor['accountId']; now: number } {
    return { accountId, now: (this.options.now ?? this.house.time)() };
  }
}

/** Also when whoever asked for it goes away in the middle. */
async function* closing(pieces: AsyncGenerator<string>, snapshot: Snapshot): AsyncGenerator<Buffer> {
  try {
    for await (const piece of pieces) yield Buffer.from(piece, 'utf8');
  } finally {
    await snapshot.close();
  }
}

function assertSame(
  { count, digest }: { readonly count: number; readonly digest: string },
  ids: readonly string[],
  { unit }: FiledRegister,
): void {
  if (digestOf(ids) === digest) return;
  const changed =
    ids.length === count
      ? `数目仍是 ${count} ${unit}，但不全是原来的`
      : `选定时 ${count} ${unit}，现在 ${ids.length} ${unit}`;
  throw new Problem('refused', { detail: `登记册在选定之后变了：${changed}。没有导出，请核对后重新选定。` });
}
