import { generateKeyPairSync, hash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, mkdir, readFile, rm, stat } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { writeWhole } from '#libs/files/whole-file';
import type { Kept } from '#libs/proof/keeper';
import { keyTypes, NotANote, signerKey, verifierKey, type KeyType, type SignerKey } from '#libs/proof/note';
import { KeeperFile } from './keeper-file.js';

/** A log's signer or a witness: also the first part of the names of its files. */
export type KeeperKind = keyof typeof keyTypes;

/** What is wrong with the folder of a signer or witness: `missing` names the file, `taken` means another process works on it. */
export class KeeperFault extends Error {
  override readonly name = 'KeeperFault';
  constructor(
    readonly why: 'no_key' | 'key_missing' | 'memory_missing' | 'other_name' | 'bad_name' | 'taken' | 'old_key_stays',
    readonly place: string,
  ) {
    super(`${why}: ${place}`);
  }
}

/**
 * The files of one keeper: `<kind>.pem` its key, `<kind>.pub` the public half with the name, `<kind>-old.pem` the key before it while
 * both sign, and `<kind>-signed.json`, what it signed last. The last is made first, so that a key without a memory always means
 * that the memory was lost: such a keeper signs nothing, since it might sign a second history.
 */
export class KeeperHome {
  constructor(
    readonly folder: string,
    private readonly kind: KeeperKind,
  ) {}

  private file(end: string): string {
    return join(this.folder, `${this.kind}${end}`);
  }

  get memory(): KeeperFile {
    return new KeeperFile(this.file('-signed.json'));
  }

  /** Makes key and memory at the first call; the same key ever after. Throws KeeperFault. */
  async make(name: string): Promise<SignerKey> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const [hasKey, hasPublic] = [existsSync(this.file('.pem')), existsSync(this.file('.pub'))];
    if (!hasKey && !hasPublic) {
      if (!existsSync(this.file('-signed.json'))) await writeWhole(this.file('-signed.json'), '{}\n');
      await this.saveKey(name, newPem());
    } else if (hasKey && !hasPublic) await this.savePublic(name, await readFile(this.file('.pem'), 'utf8'));
    const [newest] = await this.keys();
    if (newest!.name !== name) throw new KeeperFault('other_name', newest!.name);
    return newest!;
  }

  private async saveKey(name: string, pem: string): Promise<void> {
    named(name, keyTypes[this.kind], pem);
    await writeWhole(this.file('.pem'), pem, 0o400);
    await this.savePublic(name, pem);
  }

  private savePublic(name: string, pem: string): Promise<void> {
    return writeWhole(this.file('.pub'), `${named(name, keyTypes[this.kind], pem).text}\n`, 0o444);
  }

  /** The newest first; two while a key gives way to the next. Throws KeeperFault. */
  async keys(): Promise<readonly SignerKey[]> {
    const [hasKey, hasPublic] = [existsSync(this.file('.pem')), existsSync(this.file('.pub'))];
    if (!hasKey && !hasPublic) throw new KeeperFault('no_key', this.file('.pem'));
    if (!hasKey) throw new KeeperFault('key_missing', this.file('.pem'));
    if (!existsSync(this.file('-signed.json'))) throw new KeeperFault('memory_missing', this.file('-signed.json'));
    const name = await this.nameIn();
    const files = [this.file('.pem'), this.file('-old.pem')].filter(existsSync);
    const pems = await Promise.all(files.map((file) => readFile(file, 'utf8')));
    return [...new Set(pems)].map((pem) => named(name, keyTypes[this.kind], pem));
  }

  private async nameIn(): Promise<string> {
    const text = await readFile(this.file('.pub'), 'utf8').catch(() => undefined);
    // A crash between key and public half: the key was never told to anybody; `make` is told the name again.
    if (text === undefined) throw new KeeperFault('no_key', this.file('.pub'));
    return verifierKey(text.trim()).name;
  }

  /** A new key; the old one signs beside it until `retire`. Throws KeeperFault. */
  async rotate(): Promise<SignerKey> {
    const [newest, older] = await this.keys();
    if (older) throw new KeeperFault('old_key_stays', this.file('-old.pem'));
    await writeWhole(this.file('-old.pem'), await readFile(this.file('.pem'), 'utf8'), 0o400);
    await this.saveKey(newest!.name, newPem());
    return (await this.keys())[0]!;
  }

  /** The old key signs no more and its file is gone. Answers the keys that stay. Throws KeeperFault. */
  async retire(): Promise<readonly SignerKey[]> {
    await rm(this.file('-old.pem'), { force: true });
    return this.keys();
  }

  /**
   * After entries were lost for good: stands at what is left, so that it can sign again. Whoever holds a checkpoint of before will
   * see two histories, and what was done is written down beside it first, for them.
   */
  async stepBack(origin: string, to: Kept, record: { readonly at: string; readonly reason: string }): Promise<void> {
    const from = await this.memory.of(origin);
    const spelt = (kept: Kept | undefined) => kept && { size: kept.size, root: kept.root.toString('hex') };
    const line = JSON.stringify({ ...record, origin, from: spelt(from), to: spelt(to) });
    const file = this.file('-steps-back.txt');
    const before = await readFile(file, 'utf8').catch(() => '');
    await writeWhole(file, `${before}${line}\n`);
    await this.memory.keep(origin, to);
  }

  /**
   * Only one process works on a folder: two could each sign another continuation. The system lets go when the process ends, however
   * it ends. Answers how to let go earlier. Throws KeeperFault.
   */
  async take(): Promise<() => Promise<void>> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const server = createServer((socket) => socket.destroy());
    try {
      await listening(server, await this.lockAddress());
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') throw new KeeperFault('taken', this.folder);
      throw error;
    }
    server.unref();
    return () => new Promise((resolve) => server.close(() => resolve()));
  }

  /** Linux and Windows know names that vanish with their process; elsewhere a socket file, and what a crash left of it stays in the way. */
  private async lockAddress(): Promise<string> {
    const { dev, ino } = await stat(this.folder);
    const name = `zhice-keeper-${hash('sha256', `${dev} ${ino} ${this.kind}`, 'hex')}`;
    if (process.platform === 'linux') return `\0${name}`;
    return process.platform === 'win32' ? `\\\\.\\pipe\\${name}` : this.file('.lock');
  }
}

const newPem = (): string =>
  generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }) as string;

function named(name: string, type: KeyType, pem: string): SignerKey {
  try {
    return signerKey(name, type, pem);
  } catch (error) {
    if (error instanceof TypeError || error instanceof NotANote) throw new KeeperFault('bad_name', name);
    throw error;
  }
}

/** On a path or port; readable and writable for owner and group where it is a socket file. */
export async function listening(server: Server, at: string | { port: number; host: string }): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(typeof at === 'string' ? { path: at } : at, () => {
      server.off('error', reject);
      resolve();
    });
  });
  if (typeof at === 'string' && at.startsWith('/')) await chmod(at, 0o660);
}
