import type { NamedLog, StoredEntry } from '#libs/event-store/port';
import { checkEntry, type Checked, type EntryCheck, type Known } from '#libs/proof/entry-checks';
import { verifySignature } from '#libs/proof/entry';

export interface Finding {
  readonly position: string;
  readonly stream: string;
  readonly why: string;
}

const words: Readonly<Record<EntryCheck | 'WRITER_SIG', string>> = {
  NON_CANONICAL: '不是规范形式',
  TOO_LARGE: '超过 65,535 字节',
  LOG: '属于另一份台账',
  PLACE: '记录自述的流、版次、编号或类型与存放处不符',
  REV_GAP: '在流中的版次不连续，其间的记录不见了或多出来了',
  CHAIN: '与前一条的哈希接不上：前一条或本条被改动过',
  DUP_ID: '同一编号的记录出现了两次',
  KEY_UNKNOWN: '写入密钥不在 sys-keys 中',
  KEY_REVOKED: '写入密钥已经作废',
  KEY_ID: '写入密钥的编号与公钥不符',
  WRITER_SIG: '签名不符',
  ENC_KID: '密文所用的密钥没有在本流登记，或与登记不符',
  TIME_BACK: '记入时间早于前面的记录',
};

/** Checks a log entry by entry, from its first to its last, with the same checks as the sealer and an auditor's bundle. */
export class LogCheck {
  private readonly unreadable: Finding[] = [];
  private readonly others: Finding[] = [];
  private readonly known: Known = {
    heads: new Map(),
    bound: new Map(),
    writers: new Map(),
    ids: new Set<string>(),
    latest: '',
  };
  private next = 0;

  constructor(private readonly store: Pick<NamedLog, 'log' | 'entriesUpTo'>) {}

  /** What cannot be read comes first: of the rest, some follows from it. */
  get findings(): readonly Finding[] {
    return [...this.unreadable, ...this.others];
  }

  get entries(): number {
    return this.next;
  }

  get streamCount(): number {
    return this.known.heads.size;
  }

  /** The next entries of the log; their signatures are verified side by side. */
  async take(page: readonly StoredEntry[]): Promise<void> {
    const signed = page.map((stored) => ({ stored, signature: this.takeOne(stored).signature }));
    await Promise.all(
      signed.map(async ({ stored, signature }) => {
        if (signature && !(await verifySignature(signature))) this.find(stored, words.WRITER_SIG);
      }),
    );
  }

  /** The next place of the log, which the store cannot read. What follows it in its stream is found not to follow. */
  takeUnreadable(): void {
    const position = String(this.next++);
    this.unreadable.push({ position, stream: '（不知哪个流）', why: '读不出：所在的数据页已损坏' });
  }

  private find({ position, stream }: StoredEntry, why: string): void {
    this.others.push({ position, stream, why });
  }

  private takeOne(stored: StoredEntry): Checked {
    // Where positions count the entries, what was taken out leaves a hole.
    const n = (this.store.entriesUpTo(stored.position) ?? this.next + 1) - 1;
    if (n !== this.next) this.find(stored, `位置应为 ${this.next}，其间的记录不见了`);
    this.next = n + 1;
    const checked = checkEntry(stored, { n, log: this.store.log, known: this.known });
    for (const { check, detail } of checked.faults) this.find(stored, `${words[check]}（${detail}）`);
    checked.accept();
    return checked;
  }
}
