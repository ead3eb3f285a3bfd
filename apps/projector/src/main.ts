import { pino } from 'pino';
import { followingFault, loggedOf } from '#libs/house/following';
import { openHouse } from '#libs/house/house';
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
  log.info('投影进程已启动');
  const stop = (signal: string): void => {
    log.info({ signal }, '正在停止');
    void house.close().then(() => process.exit(0));
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  log.fatal({ remedy: error.remedy }, error.message);
  process.exit(1);
}
