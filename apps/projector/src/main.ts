import { pino } from 'pino';
import { followingFault, loggedOf } from '#libs/house/following';
import { openHouse } from '#libs/house/house';
import { NightlyAudit } from '#libs/house/nightly-audit';
import { StartRefused } from '#libs/postgres/fault';

/** Follows the log: run as many as you like, one leads and the others stand by. */
const log = pino({ name: 'projector', level: process.env['LOG_LEVEL'] ?? 'info' });

try {
  const house = await openHouse({
    dataDir: process.env['DATA_DIR'] ?? 'data',
    env: process.env,
    report: (text) => log.info(text),
    onError: (error) => log.error(loggedOf(error), followingFault(error)),
  });
  house.engine.start();
  const nightly = NightlyAudit.of({
    house,
    dataDir: process.env['DATA_DIR'] ?? 'data',
    env: process.env,
    onError: ({ name, message }) => log.error({ error: name, message }, '夜间审计报警，请立即执行 zhice audit'),
  });
  nightly?.start();
  log.info('投影进程已启动');
  const stop = async (signal: string): Promise<void> => {
    log.info({ signal }, '正在停止');
    await nightly?.stop();
    await house.close();
    process.exit(0);
  };
  process.once('SIGINT', (signal) => void stop(signal));
  process.once('SIGTERM', (signal) => void stop(signal));
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  log.fatal({ remedy: error.remedy }, error.message);
  process.exit(1);
}
