import type { Clock } from '../../ports/clock.js';
import type { Finding } from './delivery.js';
import type { TreeUsage } from './processes.js';

/** What a sampler needs. */
export interface SamplerParts {
  clock: Clock;
  /** How many cores this machine has. */
  cores: number;
  read: () => Promise<TreeUsage | undefined>;
  tell: (finding: Finding) => void;
  signal: AbortSignal;
}

const INTERVAL_MS = 1_000;

/** Two looks make a share of processor time: the second comes sooner, for commands that are soon done. */
const SECOND_LOOK_MS = 250;

/** Looking may take at most this share of the time: on a machine with very many processes it is done less often. */
const SHARE_OF_TIME = 0.05;

/** Tells once a second what a command uses, until the signal ends it. Never rejects. */
export async function sampleUntil({
  clock,
  cores,
  read,
  tell,
  signal,
}: SamplerParts): Promise<void> {
  let before: { usage: TreeUsage; timeMs: number } | undefined;
  let most = { read: 0, written: 0 };
  while (!signal.aborted) {
    const timeMs = clock.now();
    const intervalMs = before === undefined ? SECOND_LOOK_MS : INTERVAL_MS;
    const usage = await read();
    const tookMs = clock.now() - timeMs;
    if (usage !== undefined && !signal.aborted) {
      // What a process did is lost with it when nobody waited for it; a total never shrinks.
      most = {
        read: Math.max(most.read, usage.diskReadBytes ?? 0),
        written: Math.max(most.written, usage.diskWriteBytes ?? 0),
      };
      const cpuPercent = cpuShare(before, { usage, timeMs }, cores);
      tell({
        type: 'sample',
        time: new Date(timeMs).toISOString(),
        memoryBytes: usage.memoryBytes,
        processes: usage.processes,
        ...(cpuPercent === undefined ? {} : { cpuPercent }),
        ...(usage.diskReadBytes === undefined
          ? {}
          : { diskReadBytes: most.read, diskWriteBytes: most.written }),
      });
      before = { usage, timeMs };
    }
    await clock.sleep(Math.max(intervalMs, tookMs / SHARE_OF_TIME), signal).catch(() => {});
  }
}

interface Moment {
  usage: TreeUsage;
  timeMs: number;
}

/**
 * The share of all cores that was in use between two moments, 0 to 100, to a tenth:
 * 100 · (processor seconds used) / (seconds passed · cores). Unknown at the first moment.
 */
export function cpuShare(
  before: Moment | undefined,
  now: Moment,
  cores: number,
): number | undefined {
  const { cpuSeconds, cpuOfOneCore } = now.usage;
  if (cpuOfOneCore !== undefined) return bounded(cpuOfOneCore / cores);
  if (cpuSeconds === undefined || before?.usage.cpuSeconds === undefined) return undefined;
  const seconds = (now.timeMs - before.timeMs) / 1_000;
  if (seconds <= 0) return undefined;
  return bounded((100 * (cpuSeconds - before.usage.cpuSeconds)) / (seconds * cores));
}

const bounded = (percent: number): number =>
  Math.round(10 * Math.min(100, Math.max(0, percent))) / 10;
