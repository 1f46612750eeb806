import type { PanelName, Screen } from '../../../../src/commands/watch/view/screen.js';
import { watchView } from '../../../../src/commands/watch/view/view.js';
import type {
  BatchBody,
  BatchJob,
  DependenciesBody,
  LogsBody,
  MetricsBody,
  ProgressBody,
  TimelineBody,
} from '../../../../src/contract/index.js';
import { statuses } from '../../../../src/contract/index.js';
import type { JobEvent } from '../../../../src/domain/events/job-event.js';
import { emptyWatch, reduceWatch } from '../../../../src/domain/events/reduce.js';
import type { WatchState } from '../../../../src/domain/events/watch-state.js';
import { EXAMPLE_JOB, type ExampleLanguage, example } from '../../../helpers/examples.js';
import { EXAMPLE_NOW_MS, type LookOptions, screen, testLook } from '../../../helpers/look.js';

export const atMs = EXAMPLE_NOW_MS;
export const jobId = EXAMPLE_JOB;

/** The example job's progress with other facts. */
export const progress = (
  facts: Partial<ProgressBody> = {},
  overall: Partial<ProgressBody['overallProgress']> = {},
  language: ExampleLanguage = 'ja',
): ProgressBody => {
  const body = example<ProgressBody>(language, 'progress');
  return { ...body, ...facts, overallProgress: { ...body.overallProgress, ...overall } };
};

/** A watch of the example job after these events. */
export const told = (events: readonly JobEvent[], from = emptyWatch([jobId])): WatchState =>
  events.reduce(reduceWatch, from);

/** A watch that has seen the job like this: its progress, the past of its metrics, and its status. */
export function seen(
  body: ProgressBody,
  more: { metrics?: MetricsBody; timeline?: TimelineBody; dependencies?: DependenciesBody } = {},
): WatchState {
  const status = statuses.canonical(body.status) ?? body.status ?? 'Unknown';
  return told([
    { type: 'seen', jobId, atMs, progress: body, ...more },
    { type: 'status', jobId, atMs, status },
  ]);
}

/** The entries of the example log, told one by one. */
export const logged = (from: WatchState, language: ExampleLanguage = 'ja'): WatchState =>
  told(
    example<LogsBody>(language, 'logs').logs.map((entry) => ({ type: 'log', jobId, atMs, entry })),
    from,
  );

/** The example job in the middle of its work, with everything that the examples know of it. */
export const midRun = (language: ExampleLanguage = 'ja'): WatchState =>
  logged(
    seen(progress({}, {}, language), {
      metrics: example<MetricsBody>(language, 'metrics'),
      timeline: example<TimelineBody>(language, 'timeline'),
      dependencies: example<DependenciesBody>(language, 'dependencies'),
    }),
    language,
  );

/** A watch of several jobs, as a batch tells of them. */
export function several(rows: readonly BatchJob[]): WatchState {
  const empty = emptyWatch(rows.map((row) => row.jobId));
  const events = rows.flatMap((row): JobEvent[] => [
    { type: 'seen', jobId: row.jobId, atMs, row },
    {
      type: 'status',
      jobId: row.jobId,
      atMs,
      status: statuses.canonical(row.status) ?? row.status ?? 'Unknown',
    },
  ]);
  return told(events, empty);
}

/** The jobs of the example batch. */
export const batchRows = (): readonly BatchJob[] => example<BatchBody>('ja', 'batch').jobs;

/** What a test says of a screen; the rest is a terminal of 80 × 24, two seconds after the last look. */
export interface ShowOptions extends LookOptions, Partial<Omit<Screen, 'panels'>> {
  /** On besides the log. */
  panels?: readonly PanelName[];
  logs?: boolean;
}

export function screenOf({ panels = [], logs = true, ...options }: ShowOptions): Screen {
  return {
    rows: options.rows ?? 24,
    nowMs: options.nowMs ?? atMs + 2000,
    intervalMs: options.intervalMs ?? 2000,
    isPaused: options.isPaused ?? false,
    isFullscreen: options.isFullscreen ?? false,
    keys: options.keys ?? true,
    panels: {
      logs,
      timeline: panels.includes('timeline'),
      metrics: panels.includes('metrics'),
      dependencies: panels.includes('dependencies'),
      help: panels.includes('help'),
    },
  };
}

/** The screen of a watch as text. */
export async function show(state: WatchState, options: ShowOptions = {}): Promise<string> {
  const wanted = screenOf(options);
  const look = await testLook({ ...options, nowMs: wanted.nowMs });
  return screen(watchView(state, wanted, look));
}
