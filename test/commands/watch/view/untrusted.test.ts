import fc from 'fast-check';
import { verdictView } from '../../../../src/commands/watch/view/verdict.js';
import { watchView } from '../../../../src/commands/watch/view/view.js';
import { titleOf } from '../../../../src/commands/watch/view/window.js';
import type {
  BatchBody,
  DependenciesBody,
  LogEntry,
  LogsBody,
  MetricsBody,
  ProgressBody,
  TimelineBody,
} from '../../../../src/contract/index.js';
import type { JobEvent } from '../../../../src/domain/events/job-event.js';
import { emptyWatch } from '../../../../src/domain/events/reduce.js';
import { JobtrackError } from '../../../../src/errors/index.js';
import type { Look } from '../../../../src/render/look.js';
import type { SafeText } from '../../../../src/render/safe-text.js';
import { type ExampleLanguage, example } from '../../../helpers/examples.js';
import { hostileCorpus } from '../../../helpers/hostile-corpus.js';
import { hostileText } from '../../../helpers/hostile-text.js';
import { testLook } from '../../../helpers/look.js';
import { controlBytes } from '../../../helpers/no-control-bytes.js';
import { poisoned } from '../../../helpers/poison.js';
import { promise } from '../../../helpers/promise.js';
import { atMs, jobId, screenOf, told } from './watches.js';

/** Everything that a server can tell of a job, with a hostile text in all of its places. */
function eventsWith(text: string, language: ExampleLanguage): JobEvent[] {
  const body = <T>(name: string): T => poisoned(example<T>(language, name), text);
  // Statuses decide what is laid out: some stay what they were.
  const progress = { ...body<ProgressBody>('progress'), reason: text };
  const running = example<ProgressBody>(language, 'progress').stages ?? [];
  const stages = (progress.stages ?? []).map((stage, index) =>
    index % 2 === 0 ? { ...stage, status: running[index]?.status } : stage,
  );
  return [
    {
      type: 'seen',
      jobId,
      atMs,
      progress: { ...progress, stages },
      metrics: body<MetricsBody>('metrics'),
      timeline: body<TimelineBody>('timeline'),
      dependencies: body<DependenciesBody>('dependencies'),
    },
    { type: 'status', jobId, atMs, status: text, jobName: text },
    ...body<LogsBody>('logs').logs.map((entry): JobEvent => ({ type: 'log', jobId, atMs, entry })),
    { type: 'gap', jobId, atMs, reason: 'restarted', fromTime: text, toTime: text },
  ];
}

const stale = (text: string): JobEvent => ({
  type: 'stale',
  atMs,
  ageMs: 1000,
  nextTryMs: atMs,
  cause: 'server-error',
  error: new JobtrackError('NETWORK', { origin: text, reason: text, attempts: 1 }),
});

const panels = ['timeline', 'metrics', 'dependencies'] as const;

/** One job on a screen, with the panels that change from text to text, and how it ended. */
function singleView(text: string, round: number, look: Look): SafeText[] {
  const events = eventsWith(text, round % 2 === 0 ? 'ja' : 'tr');
  const watch = told(round % 3 === 0 ? [...events, stale(text)] : events);
  const open = panels.filter((_, index) => index === round % 4);
  const error: LogEntry = { ...watch.jobs[0]?.lines[0], timestamp: text, message: text };
  const verdict = {
    type: 'verdict',
    jobId,
    atMs,
    state: round % 2 === 0 ? 'Failed' : text,
    exitCode: 1,
    jobs: [],
    failedStage: text,
    reason: text,
    overallEfficiency: text,
    slowestStage: { stageName: text, durationMs: 1 },
    lastErrors: [error],
  } as const;
  return [
    ...watchView(watch, screenOf({ rows: 40, panels: open }), look),
    ...verdictView(watch, verdict, look, ''),
    titleOf(watch, look),
  ];
}

/** The jobs of a batch on a screen. */
function severalView(text: string, look: Look): SafeText[] {
  const rows = poisoned(example<BatchBody>('ja', 'batch'), text).jobs;
  const ids = rows.map((_, index) => `${index}${jobId.slice(1)}`);
  const events = rows.map((row, index): JobEvent => {
    const id = ids[index] ?? jobId;
    return { type: 'seen', jobId: id, atMs, row: { ...row, jobId: id } };
  });
  return watchView(told(events, emptyWatch(ids)), screenOf({}), look);
}

promise(
  'T1',
  'No control character reaches a terminal but own colours, through the live view',
  { full: 3000, quick: 60, timeoutMs: 900_000 },
  async ({ count, fail }) => {
    const corpus = hostileCorpus.map(({ text }) => text);
    const texts = [...corpus, ...fc.sample(hostileText, { numRuns: count, seed: 2 })];
    for (const [round, text] of texts.entries()) {
      const look = await testLook({ width: 40 + (round % 121), color: 3 });
      const lines = [...singleView(text, round, look), ...severalView(text, look)];
      const found = lines.flatMap((line) => [...controlBytes(line), ...(line.match(/\n/g) ?? [])]);
      if (found.length > 0) fail(JSON.stringify({ text, found }));
    }
    return texts.length;
  },
);
