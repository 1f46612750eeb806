import { randomUUID } from 'node:crypto';
import type { Clock } from '../../ports/clock.js';
import type { Ending } from '../../ports/system.js';
import { createGarbageCollector } from './collect-garbage.js';
import type { Deliver } from './delivery.js';
import { type Following, follow } from './follow.js';
import { bytesOf, createReportQueue } from './report-queue.js';
import { createReporter, type Delivery, type Reporter } from './reporter.js';
import { type Resolved, resolveCommand } from './resolve-command.js';
import { openSpool } from './spool.js';
import { type Started, startCommand, type Terminals } from './start-command.js';
import type { Verdict } from './verdict.js';
import { RUN_VARIABLE, startWatchdog } from './watchdog.js';

/** A command to run as a job that the server has let start. */
export interface TrackedCommand extends Omit<Following, 'onPassed'> {
  args: readonly string[];
  cwd: string;
  environment: Readonly<Record<string, string | undefined>>;
  terminals: Terminals;
  deliver: Deliver;
  heartbeatMs: number;
  /** Told when the command has ended and this many reports are still to be delivered. */
  onDelivering: (count: number) => void;
}

/** What came of it. */
export interface TrackedEnd {
  /** The command's own. */
  ending: Ending;
  /** Why the command could not be started. */
  notStarted?: string;
  delivery: Delivery;
}

/** How much of what the server could not take yet may lie on the disk. */
const SPOOL_BYTES = 1_073_741_824;

/** After the command's end: how long nothing may be taken, and how long delivering may last at all. */
const DRAIN_IDLE_MS = 30_000;
const DRAIN_TOTAL_MS = 600_000;

/** Runs a command and reports it from its start to its end. */
export async function runTracked(tracked: TrackedCommand): Promise<TrackedEnd> {
  const { command, cwd, environment, clock, deliver, heartbeatMs } = tracked;
  const mark = randomUUID();
  const onPassed = createGarbageCollector();
  const reporter = createReporter({
    deliver: (reports) => {
      onPassed(reports.reduce((bytes, report) => bytes + bytesOf(report), 0));
      return deliver(reports);
    },
    queue: createReportQueue(() => openSpool(SPOOL_BYTES)),
    clock,
    random: Math.random,
    idPrefix: mark.slice(0, 8),
    heartbeatMs,
  });
  const resolved = resolveCommand(command, { searchPath: environment['PATH'], cwd });
  const started = resolved.ok ? await start(tracked, resolved.path, mark) : resolved;
  if (!('pid' in started)) return endUnstarted(started, reporter, tracked);
  const { end, verdict } = await follow(started, reporter, { ...tracked, onPassed });
  finish(reporter, verdict, clock);
  const delivery = await drain(reporter, tracked);
  return { ending: end.kind === 'killed' ? end.signal : end.exitCode, delivery };
}

type Unstarted = Extract<Resolved, { ok: false }>;

async function start(
  { command, args, cwd, environment, terminals }: TrackedCommand,
  path: string,
  mark: string,
): Promise<Started | Unstarted> {
  const watchdog = startWatchdog(mark);
  const variables = Object.entries(environment).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  const line = {
    command,
    args,
    path,
    cwd,
    environment: { ...Object.fromEntries(variables), [RUN_VARIABLE]: mark },
  };
  try {
    const started = await startCommand(line, terminals);
    watchdog.watch(started.pid);
    void started.exited.then(watchdog.dismiss);
    return started;
  } catch (error) {
    watchdog.dismiss();
    const { code, message } = error as NodeJS.ErrnoException;
    return { ok: false, exitCode: code === 'ENOENT' ? 127 : 126, reason: `${command}: ${message}` };
  }
}

function finish(reporter: Reporter, verdict: Verdict, clock: Clock): void {
  reporter.tell({ type: 'finish', time: new Date(clock.now()).toISOString(), ...verdict });
}

async function endUnstarted(
  { exitCode, reason }: Unstarted,
  reporter: Reporter,
  tracked: TrackedCommand,
): Promise<TrackedEnd> {
  reporter.tell({ type: 'log', level: 'ERROR', message: reason });
  finish(reporter, { status: 'Failed', exitCode, reason }, tracked.clock);
  const delivery = await drain(reporter, tracked);
  return { ending: exitCode, notStarted: reason, delivery };
}

async function drain(
  reporter: Reporter,
  { takeSignals, onDelivering }: TrackedCommand,
): Promise<Delivery> {
  const giveUp = new AbortController();
  takeSignals(() => giveUp.abort());
  return reporter.finish({
    idleMs: DRAIN_IDLE_MS,
    totalMs: DRAIN_TOTAL_MS,
    giveUp: giveUp.signal,
    onSlow: onDelivering,
  });
}
