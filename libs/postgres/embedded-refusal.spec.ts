import { chmod, chown, mkdir, rm, symlink, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { assertReachable } from './account.js';
import { StartRefused } from './fault.js';
import { type Processes, processes } from './test-process.js';

jest.setTimeout(60_000);

let stage: Processes;
beforeAll(async () => {
  stage = await processes();
});
afterAll(() => stage.end());

const refusalOf = (folder: string) =>
  stage.open(folder).then(
    () => undefined,
    (fault: StartRefused) => fault,
  );

describe('The embedded PostgreSQL refuses to start', () => {
  it('on data of another major version, and says what to do', async () => {
    const folder = stage.newFolder();
    await makeCluster(folder, { PG_VERSION: '17\n' });
    const refusal = await refusalOf(folder);
    expect(refusal).toBeInstanceOf(StartRefused);
    expect(refusal?.message).toMatch(/由 PostgreSQL 17 建立，而本程序自带的是 PostgreSQL 18/);
    expect(refusal?.remedy).toMatch(/先用原来版本的志册打开它并导出全部事件和密钥/);
  });

  it('in a folder that holds something else', async () => {
    const folder = stage.newFolder();
    await makeCluster(folder, { 'holiday.jpg': '' });
    expect((await refusalOf(folder))?.message).toMatch(/不是空的，也不是 PostgreSQL 的数据目录/);
  });

  it('when its account cannot pass a folder on the way, which it names', async () => {
    const closed = path.join(stage.folder, 'closed');
    await mkdir(path.join(closed, 'zhice'), { recursive: true });
    await chmod(closed, 0o700);
    const refusal = await assertReachable(path.join(closed, 'zhice'), { uid: 54_321, gid: 54_321 }).catch(
      (fault: StartRefused) => fault,
    );
    expect(refusal?.message).toContain(`进不了目录 ${closed}（权限 700）`);
    expect(refusal?.remedy).toMatch(/改用普通用户运行/);
    await chmod(closed, 0o711);
    await expect(assertReachable(path.join(closed, 'zhice'), { uid: 54_321, gid: 54_321 })).resolves.toBeUndefined();
  });

  it('when the path of its socket is too long', async () => {
    const long = path.join(stage.folder, 'x'.repeat(60));
    await mkdir(long);
    const started = stage.run(
      `await startEmbedded(${JSON.stringify(stage.newFolder())}).catch((fault) => say(fault.name + fault.remedy));`,
      { env: { TMPDIR: long } },
    );
    expect(await started.hear()).toMatch(/^StartRefused.*TMPDIR/);
  });

  it('when somebody else sits where its socket belongs', async () => {
    const folder = stage.newFolder();
    const { host, stop } = await stage.open(folder);
    await stop();
    await symlink(stage.folder, host);
    expect((await refusalOf(folder))?.message).toMatch(/已被其他用户占用/);
    await rm(host);
  });

  it('with the end of its log when the server itself gives up', async () => {
    const folder = stage.newFolder();
    await (await stage.open(folder)).stop();
    await writeFile(path.join(folder, 'pg/postgresql.conf'), 'no_such_setting = 1\n');
    const refusal = await refusalOf(folder);
    expect(refusal?.message).toMatch(/启动失败[^]*no_such_setting/);
  });
});

async function makeCluster(folder: string, files: Record<string, string>): Promise<void> {
  const data = path.join(folder, 'pg');
  await mkdir(data, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(data, name), text);
  // Root may not own a cluster, and this is not what these tests are about.
  if (process.getuid?.() === 0) await chown(data, 65_534, 65_534);
}
