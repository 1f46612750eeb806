import type { Screen } from '../../../src/commands/watch/view/screen.js';
import { watchView } from '../../../src/commands/watch/view/view.js';
import { taskbarOf, titleOf } from '../../../src/commands/watch/view/window.js';
import type { ProgressBody } from '../../../src/contract/index.js';
import { emptyWatch, reduceWatch } from '../../../src/domain/events/reduce.js';
import type { WatchState } from '../../../src/domain/events/watch-state.js';
import { createPainter } from '../../../src/output/live/painter.js';
import type { OutputPort } from '../../../src/ports/io.js';
import { createFormatsAt } from '../../../src/render/formats.js';
import type { Look } from '../../../src/render/look.js';
import { EXAMPLE_NOW_MS, testLook } from '../../helpers/look.js';

/*
 * A watch of one busy job on a terminal that counts what it is sent: what `watch` does between an answer and the
 * terminal, with the modules that it does it with.
 */

const STAGES = 40;
const jobId = 'cc0e8400-e29b-41d4-a716-446655440000';
const startMs = EXAMPLE_NOW_MS - 3_600_000;
const at = (ms: number): string => new Date(ms).toISOString();

/** The size of a terminal, and whether the watch has all of it. */
export interface Window {
  columns: number;
  rows: number;
  isFullscreen: boolean;
}

/** The watch, as it goes on. */
export interface BusyWatch {
  /** The job moved, and logged a line. */
  move(): void;
  /** Paints one frame of that moment, and answers the bytes that it took. */
  paint(nowMs: number): Promise<number>;
}

/** After so many looks: half of the stages are done, one is at work and moves each time. */
function progressAfter(looks: number): ProgressBody {
  const records = 1_000_000 + looks * 25;
  return {
    jobId,
    jobName: 'Customer Journey Analysis',
    status: 'Running',
    overallProgress: {
      percentage: Math.min(99, 50 + looks / 2_000),
      startTime: at(startMs),
      estimatedCompletion: at(EXAMPLE_NOW_MS + 3_600_000),
    },
    stages: Array.from({ length: STAGES }, (_, index) => ({
      stageName: `Stage ${index + 1} of the analysis`,
      stageOrder: index + 1,
      ...(index < 20
        ? {
            status: 'Completed',
            progress: 100,
            startTime: at(startMs + index * 150_000),
            endTime: at(startMs + (index + 1) * 150_000),
            recordsProcessed: 192_850,
          }
        : index > 20
          ? { status: 'Pending', progress: 0 }
          : {
              status: 'Running',
              progress: Math.min(99, records / 50_000),
              startTime: at(startMs + 3_000_000),
              recordsProcessed: records,
              totalRecords: 5_000_000,
            }),
    })),
    resourceUsage: { cpuUsage: 60 + (looks % 7), memoryUsage: `${2 + (looks % 5) / 10} GB` },
  };
}

/** A watch that has seen its job once, and twenty lines of its log. */
export async function createBusyWatch(window: Window): Promise<BusyWatch> {
  const look = await testLook({ width: window.columns, color: 2 });
  const { units } = look.messages;
  const formatsAt = createFormatsAt({ units, timeZone: 'utc', terminal: true });
  const lookAt = (nowMs: number): Look => ({ ...look, formats: formatsAt(nowMs) });
  const { output, taken } = countingOutput(window);
  const painter = createPainter(output, () => () => {}, {
    fullscreen: window.isFullscreen,
    environment: { TERM: 'xterm-256color' },
  });
  let state: WatchState = emptyWatch([jobId]);
  let looks = 0;
  const log = (sequence: number): void => {
    const atMs = EXAMPLE_NOW_MS + looks;
    const entry = {
      timestamp: at(atMs),
      level: sequence % 3 === 0 ? 'ERROR' : 'WARN',
      component: 'ProcessMiner',
      message: `Batch ${sequence} of the analysis took longer than the batches before it`,
      sequence,
    };
    state = reduceWatch(state, { type: 'log', jobId, atMs, entry });
  };
  const move = (): void => {
    const progress = progressAfter(looks);
    state = reduceWatch(state, { type: 'seen', jobId, atMs: EXAMPLE_NOW_MS + looks, progress });
    looks += 1;
    log(20 + looks);
  };
  const status = { type: 'status', jobId, atMs: EXAMPLE_NOW_MS, status: 'Running' } as const;
  state = reduceWatch(state, status);
  for (let sequence = 1; sequence <= 20; sequence += 1) log(sequence);
  move();
  return {
    move,
    paint: async (nowMs) => {
      const frameLook = lookAt(nowMs);
      const screen = { ...usual, ...window, ...painter.room(), nowMs };
      const lines = watchView(state, screen, frameLook);
      const taskbar = taskbarOf(state);
      await painter.paint(lines, {
        title: titleOf(state, frameLook),
        ...(taskbar === undefined ? {} : { taskbar }),
      });
      return taken();
    },
  };
}

const usual: Omit<Screen, 'rows' | 'nowMs' | 'isFullscreen'> = {
  intervalMs: 2_000,
  isPaused: false,
  keys: true,
  panels: { logs: true, timeline: false, metrics: false, dependencies: false, help: false },
};

/** A terminal of that size. What it was sent since it was last asked is counted in bytes, and forgotten. */
function countingOutput({ columns, rows }: Window): { output: OutputPort; taken: () => number } {
  let bytes = 0;
  const output: OutputPort = {
    isTTY: true,
    columns: () => columns,
    rows: () => rows,
    colorLevel: 2,
    write: async (text) => {
      bytes += Buffer.byteLength(text);
    },
    writeBytes: async (chunk) => {
      bytes += chunk.length;
    },
    closed: new AbortController().signal,
  };
  const taken = (): number => {
    const count = bytes;
    bytes = 0;
    return count;
  };
  return { output, taken };
}
