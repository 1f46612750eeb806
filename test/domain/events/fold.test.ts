import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BatchJob,
  type ProgressBody,
  type Stage,
  statuses,
} from '../../../src/contract/index.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { eventsOfProgress, eventsOfRow } from '../../../src/domain/events/look-events.js';
import { emptyWatch, reduceWatch } from '../../../src/domain/events/reduce.js';
import type { JobState, WatchState } from '../../../src/domain/events/watch-state.js';

/*
 * Who reads the events alone, without the bodies of the looks, knows as much of statuses and progress as who looks
 * last. Here such a reader is made, and fed with what all kinds of servers may answer.
 */

const START_MS = Date.parse('2024-01-20T10:45:33Z');
const status = fc.constantFrom(
  ...['Queued', 'Pending', 'Running', 'Completed', 'Failed', 'Cancelled'],
  ...['Çalışıyor', '完了', 'canceled', 'Hibernating'],
);
const percentage = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined });
const time = fc.option(
  fc.integer({ min: -600, max: 600 }).map((s) => new Date(START_MS + s * 1000).toISOString()),
  { nil: null },
);

const stage: fc.Arbitrary<Stage> = fc.record(
  {
    stageName: fc.constantFrom('Load', 'Mine', 'Report'),
    status,
    stageOrder: fc.integer({ min: 1, max: 3 }),
    progress: fc.integer({ min: 0, max: 100 }),
    startTime: time,
    endTime: time,
  },
  { requiredKeys: ['stageName', 'status'] },
);
const body: fc.Arbitrary<ProgressBody> = fc.record({
  status,
  overallProgress: fc.record({ percentage, startTime: time, estimatedCompletion: time }),
  stages: fc.array(stage, { maxLength: 5 }),
});
const row: fc.Arbitrary<BatchJob> = fc.record({
  jobId: fc.constant('a'),
  status,
  progress: percentage,
  estimatedCompletion: time,
});

/** What a reader of nothing but the events knows. */
interface Heard {
  status?: string;
  percentage?: number | undefined;
  stages: Map<string, string[]>;
}

const hear = (heard: Heard, event: JobEvent): Heard => {
  if (event.type === 'status') return { ...heard, status: event.status };
  if (event.type === 'progress') return { ...heard, percentage: event.percentage };
  if (event.type !== 'stage') return heard;
  const before = heard.stages.get(event.stageName) ?? [];
  return {
    ...heard,
    stages: new Map(heard.stages).set(event.stageName, [...before, event.status]),
  };
};

const firstJob = ({ jobs }: WatchState): JobState => jobs[0] as JobState;
const word = (text: string | null | undefined): string => statuses.canonical(text) ?? text ?? '';
const isWaiting = (text: string | null | undefined): boolean =>
  ['Queued', 'Pending'].includes(word(text));

/** Folds looks into a watch, and their events into what a reader has heard. */
function fold<Look>(
  looks: readonly Look[],
  changesOf: (job: JobState, look: Look, atMs: number) => JobEvent[],
  bodyOf: (look: Look) => { progress: ProgressBody } | { row: BatchJob },
): { job: JobState; heard: Heard } {
  let watch = emptyWatch(['a']);
  let heard: Heard = { stages: new Map() };
  for (const [index, look] of looks.entries()) {
    const atMs = START_MS + index * 2000;
    const changes = changesOf(firstJob(watch), look, atMs);
    watch = [{ type: 'seen', jobId: 'a', atMs, ...bodyOf(look) } as const, ...changes].reduce(
      reduceWatch,
      watch,
    );
    heard = changes.reduce(hear, heard);
  }
  return { job: firstJob(watch), heard };
}

/** Whether a reader must have heard how far a job is. */
const isTold = (said: string | null | undefined, percent: number | null | undefined): boolean =>
  percent != null && !isWaiting(said) && word(said) !== 'Hibernating';

/** Stages whose name no look has twice: a reader could not tell the events of the others apart. */
function distinctStages(bodies: readonly ProgressBody[]): Stage[] {
  const isOnce = (name: string) => (body: ProgressBody) =>
    (body.stages ?? []).filter(({ stageName }) => stageName === name).length < 2;
  return (bodies.at(-1)?.stages ?? []).filter(({ stageName }) => bodies.every(isOnce(stageName)));
}

describe('the events of any looks', () => {
  it('say as much as the last look at a job’s progress', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 8 }), (bodies) => {
        const { job, heard } = fold(bodies, eventsOfProgress, (progress) => ({ progress }));
        const last = bodies.at(-1);
        expect(job.progress).toBe(last);
        expect([job.status, heard.status]).toEqual([word(last?.status), word(last?.status)]);
        const { percentage: percent } = last?.overallProgress ?? {};
        if (isTold(last?.status, percent)) expect(heard.percentage).toBe(percent);
        for (const { stageName, status: said } of distinctStages(bodies)) {
          const toldLast = heard.stages.get(stageName)?.at(-1);
          if (toldLast === undefined) expect(isWaiting(said)).toBe(true);
          else if (!isWaiting(said)) expect(toldLast).toBe(word(said));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('say as much as the last row in a batch', () => {
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 8 }), (rows) => {
        const { job, heard } = fold(rows, eventsOfRow, (found) => ({ row: found }));
        const last = rows.at(-1);
        expect([job.status, heard.status]).toEqual([word(last?.status), word(last?.status)]);
        if (isTold(last?.status, last?.progress)) expect(heard.percentage).toBe(last?.progress);
      }),
      { numRuns: 300 },
    );
  });

  it('say nothing twice', () => {
    fc.assert(
      fc.property(fc.array(body, { minLength: 1, maxLength: 6 }), (bodies) => {
        const { job } = fold(bodies, eventsOfProgress, (progress) => ({ progress }));
        const again = eventsOfProgress(
          job,
          job.progress ?? { overallProgress: {} },
          job.seenAtMs ?? 0,
        );
        expect(again).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
