import { availableParallelism } from 'node:os';
import { basename } from 'node:path';
import type { Clock } from '../../ports/clock.js';
import { createEscalation } from './escalate.js';
import { type Keyboard, openKeyboard } from './keyboard.js';
import { createObserver } from './observer.js';
import { readTreeUsage } from './processes.js';
import { pump, type Sink } from './pump.js';
import type { Reporter } from './reporter.js';
import type { CommandEnd } from './running.js';
import { sampleUntil } from './sampler.js';
import { sendToGroup } from './send-to-group.js';
import { type Started, terminalSize } from './start-command.js';
import { type Verdict, verdictOf } from './verdict.js';

/** What following a command takes. */
export interface Following {
  /** As it was typed. */
  command: string;
  /** Takes what the command writes, byte for byte. */
  sink: Sink;
  /** Told how many bytes have passed. */
  onPassed: (bytes: number) => void;
  clock: Clock;
  takeSignals: (handler: (signal: NodeJS.Signals) => void) => void;
  undoable: (undo: () => void) => () => void;
}

/** A Ctrl-C that was typed this long before the end is why a command failed. */
const CTRL_C_MS = 5_000;

/** Lets it run to its end: passes on its output, its signals and its keys, and watches what it says and uses. */
export async function follow(
  started: Started,
  reporter: Reporter,
  { command, sink, onPassed, clock, takeSignals, undoable }: Following,
): Promise<{ end: CommandEnd; verdict: Verdict }> {
  const over = new AbortController();
  const signals = createEscalation((signal) => sendToGroup(started.pid, signal), {
    clock,
    ended: over.signal,
  });
  takeSignals(signals.take);
  const keyboard =
    started.master === undefined
      ? undefined
      : openKeyboard({ master: started.master, clock, undoable });
  const stopResizing = followSize(started);
  const { tell } = reporter;
  void sampleUntil({
    clock,
    cores: availableParallelism(),
    read: () => readTreeUsage(started.pid),
    tell,
    signal: over.signal,
  });
  const observer = createObserver({ component: basename(command), now: clock.now, tell });
  const streams = { stdout: observer.stream(), stderr: observer.stream() };
  void started.exited.then(() => over.abort());
  await pump(
    started,
    (stream, bytes) => {
      streams[stream].feed(bytes);
      onPassed(bytes.length);
      return sink(stream, bytes);
    },
    clock,
  );
  const end = await started.exited;
  const wasAsked = signals.hasSignal || hasTypedCtrlC(keyboard, end, clock);
  streams.stdout.end();
  streams.stderr.end();
  stopResizing();
  keyboard?.close();
  return { end, verdict: verdictOf(end, { wasAsked }) };
}

const hasTypedCtrlC = (keyboard: Keyboard | undefined, end: CommandEnd, clock: Clock): boolean => {
  const typedMs = keyboard?.ctrlCMs();
  const hasFailed = end.kind === 'killed' || end.exitCode !== 0;
  return typedMs !== undefined && hasFailed && clock.now() - typedMs < CTRL_C_MS;
};

function followSize(started: Started): () => void {
  const onResize = (): void => {
    const { columns, rows } = terminalSize();
    started.resize(columns, rows);
  };
  const terminal = process.stdout.isTTY ? process.stdout : process.stderr;
  terminal.on('resize', onResize);
  return () => terminal.off('resize', onResize);
}
