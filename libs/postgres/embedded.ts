import { setTimeout as pause } from 'node:timers/promises';
import path from 'node:path';
import { type Cluster, openCluster, versionOf } from './cluster.js';
import { StartRefused } from './fault.js';
import { type Lease, takeLease } from './lease.js';
import { findPostmaster, halt, launch, tailOfLog } from './postmaster.js';

const readyMsMax = 20_000;
/** More than one, since a server that another process stops again at once looks like one that failed. */
const launchesMax = 5;
/** After kill -9 of the postmaster its children hold the shared memory until they notice. */
const orphansMsMax = 30_000;
/** How long a stop waits for a restart that is under way; crash recovery may take far longer. */
const renewalMsMax = 20_000;

export interface EmbeddedOptions {
  /** Told, in Chinese, when the server died under us and was started again. */
  readonly report?: (message: string) => void;
}

/** A running PostgreSQL of our own, reachable by unix socket only, without password. */
export interface EmbeddedServer {
  readonly how: 'initdb' | 'start' | 'attach';
  readonly host: string;
  readonly port: number;
  readonly user: string;
  /** Gives the lease back; who gives back the last one stops the server. Never hangs or throws. */
  stop(): Promise<'stopped' | 'left running'>;
}

/**
 * Finds, starts or first makes the PostgreSQL in `<dataDir>/pg` and holds a lease on it; any number of processes may
 * do so at once. Starts it again if it dies meanwhile. Throws StartRefused.
 */
export async function startEmbedded(dataDir: string, options: EmbeddedOptions = {}): Promise<EmbeddedServer> {
  const cluster = await openCluster(path.resolve(dataDir));
  const { lease, launched } = await acquire(cluster);
  const how = cluster.created ? 'initdb' : launched ? 'start' : 'attach';
  const keeper = new Keeper(cluster, lease, options);
  return { how, host: lease.socketFolder, port: 5432, user: lease.user, stop: () => keeper.stop() };
}

/** Holds the lease through crashes of the server: without it another process, leaving, would stop ours. */
class Keeper {
  private closing: Promise<'stopped' | 'left running'> | undefined;
  private renewal: Promise<void> | undefined;
  private readonly leaving = new AbortController();

  constructor(
    private readonly cluster: Cluster,
    private lease: Lease,
    private readonly options: EmbeddedOptions,
  ) {
    this.watch();
  }

  stop(): Promise<'stopped' | 'left running'> {
    this.leaving.abort();
    this.closing ??= this.close();
    return this.closing;
  }

  private watch(): void {
    void this.lease.lost.then(() => {
      if (!this.leaving.signal.aborted) this.renewal = this.renew();
    });
  }

  private async renew(): Promise<void> {
    const { signal } = this.leaving;
    while (!signal.aborted && (await versionOf(this.cluster.data)) !== undefined) {
      try {
        const { lease, launched } = await acquire(this.cluster, () => signal.aborted);
        this.lease = lease;
        this.options.report?.(launched ? '内嵌数据库意外停止，已重新启动。' : '与内嵌数据库的连接中断，已恢复。');
        this.watch();
        return;
      } catch (fault) {
        if (signal.aborted) return;
        this.options.report?.(`内嵌数据库意外停止，重新启动未成功：${(fault as Error).message}`);
        // Cut short by leaving: an unwatched timer alone would let the process end in the middle of its stop.
        await pause(1_000, undefined, { ref: false, signal }).catch(() => undefined);
      }
    }
  }

  private async close(): Promise<'stopped' | 'left running'> {
    await Promise.race([this.renewal, pause(renewalMsMax, undefined, { ref: false })]);
    const last = await this.lease.giveBack(() => halt(this.cluster));
    return last ? 'stopped' : 'left running';
  }
}

async function acquire(cluster: Cluster, abandoned = () => false): Promise<{ lease: Lease; launched: boolean }> {
  const approach = new Approach(cluster);
  while (!abandoned()) {
    const lease = await approach.once();
    if (lease) return { lease, launched: approach.launched };
    await pause(20);
  }
  throw new StartRefused('已放弃启动内嵌数据库。', '程序正在退出，无需处理。');
}

/** One process's way to a lease, among others that start and stop the same server. */
class Approach {
  launched = false;
  private failures = 0;
  private readonly since = Date.now();
  private readySince: number | undefined;

  constructor(private readonly cluster: Cluster) {}

  async once(): Promise<Lease | undefined> {
    const postmaster = await findPostmaster(this.cluster);
    if (postmaster === undefined) {
      await this.launch();
      return undefined;
    }
    const lease = await takeLease(postmaster.socketFolder);
    if (lease === undefined && postmaster.ready) {
      this.readySince ??= Date.now();
      if (Date.now() - this.readySince > readyMsMax) throw await unreachable(this.cluster, postmaster.pid);
    }
    return lease;
  }

  private async launch(): Promise<void> {
    this.readySince = undefined;
    const failure = await launch(this.cluster);
    if (failure === undefined) this.launched = true;
    else if ((await findPostmaster(this.cluster)) === undefined) await this.bear(failure);
  }

  private async bear(failure: string): Promise<void> {
    this.failures += 1;
    const orphans = failure.includes('is still in use') && Date.now() - this.since < orphansMsMax;
    if (this.failures >= launchesMax && !orphans) {
      const { data } = this.cluster;
      throw new StartRefused(
        `内嵌 PostgreSQL 启动失败（${data}）：\n${failure.trim()}`,
        `请按上面的提示检查磁盘空间、内存和目录权限；完整日志见 ${path.join(data, 'server.log')}。`,
      );
    }
    await pause(250);
  }
}

async function unreachable({ data }: Cluster, pid: number): Promise<StartRefused> {
  return new StartRefused(
    `内嵌 PostgreSQL 正在运行（进程 ${pid}），但连接不上：多半是它在系统临时目录中的套接字被清理了。\n${await tailOfLog(data)}`,
    `请执行 kill ${pid}，等它退出后重新启动志册。`,
  );
}
