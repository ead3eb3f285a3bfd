import { SingleBar, Presets } from 'cli-progress';

export interface Progress {
  to(done: number): void;
  end(): void;
}

/**
 * A bar with position, rate and time left, on the error stream; on a pipe or in a log, one line every ten percent
 * instead of a bar that nobody sees.
 */
export function progressOf(task: string, total: number, unit: string): Progress {
  return process.stderr.isTTY ? bar(task, total, unit) : lines(task, total, unit);
}

function bar(task: string, total: number, unit: string): Progress {
  const shown = new SingleBar(
    {
      format: `${task} {bar} {percentage}%  {value}/{total} ${unit}  {rate} ${unit}/秒  还需 {eta_formatted}`,
      hideCursor: true,
      stream: process.stderr,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  const since = performance.now();
  shown.start(total, 0, { rate: 0 });
  return {
    to: (done) => shown.update(Math.min(done, total), { rate: rateOf(done, since) }),
    end: () => {
      shown.update(total, { rate: rateOf(total, since) });
      shown.stop();
    },
  };
}

const rateOf = (done: number, since: number): number =>
  Math.round(done / Math.max(0.001, (performance.now() - since) / 1000));

function lines(task: string, total: number, unit: string): Progress {
  const since = performance.now();
  let tenths = 0;
  return {
    to: (done) => {
      const reached = total === 0 ? 10 : Math.floor((Math.min(done, total) * 10) / total);
      if (reached <= tenths) return;
      tenths = reached;
      const [rate, left] = [rateOf(done, since), total - Math.min(done, total)];
      const time = rate > 0 ? `，还需 ${Math.ceil(left / rate)} 秒` : '';
      process.stderr.write(
        `${task} ${reached * 10}%（${Math.min(done, total)}/${total} ${unit}，${rate} ${unit}/秒${time}）\n`,
      );
    },
    end: () => undefined,
  };
}
