import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { watchView } from '../../../../src/commands/watch/view/view.js';
import type { Language } from '../../../../src/config/settings.js';
import type { BatchJob } from '../../../../src/contract/index.js';
import type { WatchState } from '../../../../src/domain/events/watch-state.js';
import { JobtrackError } from '../../../../src/errors/index.js';
import type { SafeText } from '../../../../src/render/safe-text.js';
import { width } from '../../../../src/render/width.js';
import { testLook } from '../../../helpers/look.js';
import {
  atMs,
  jobId,
  midRun,
  progress,
  type ShowOptions,
  screenOf,
  seen,
  several,
  told,
} from './watches.js';

const languages = ['en', 'tr', 'ja'] as const;
const columns = [40, 80, 120, 200] as const;
const HOUR_MS = 3_600_000;
const runs = {
  startTime: '2024-01-20T10:30:00Z',
  estimatedCompletion: '2024-01-20T12:00:00Z',
};

async function lines(watch: WatchState, options: ShowOptions): Promise<SafeText[]> {
  const wanted = screenOf({ rows: 40, ...options });
  return watchView(watch, wanted, await testLook({ ...options, nowMs: wanted.nowMs }));
}

const columnsOf = (text: string): number => width(text as SafeText);

/** The columns before a word in a line; -1 where it is not there. */
function startOf(line: string, word: string): number {
  const index = line.indexOf(word);
  return index < 0 ? -1 : columnsOf(line.slice(0, index));
}

/** The columns up to the end of a percentage. */
function endOfPercent(line: string): number {
  const found = /%\d+|\d+%/.exec(line);
  return found === null ? -1 : columnsOf(line.slice(0, found.index + found[0].length));
}

/** A running job whose figures are as a test wants them. */
function running(percentage: number, stage: number, records: number): WatchState {
  const stages = (progress().stages ?? []).map((each) =>
    each.status === 'Running'
      ? { ...each, progress: stage, recordsProcessed: records, totalRecords: 192_850 }
      : each,
  );
  return seen(progress({ stages }, { percentage, estimatedCompletion: '2024-01-20T12:00:00Z' }));
}

/** Where each field of a running job's screen stands. */
async function places(
  watch: WatchState,
  language: Language,
  wide: number,
  nowMs: number,
): Promise<Record<string, number>> {
  const shown = await lines(watch, { language, width: wide, nowMs });
  const { progress: words, watch: own } = (await testLook({ language })).messages;
  const line = (word: string): string => shown.find((text) => text.includes(word)) ?? '';
  const stage = line('Performance Analysis');
  const times = line(words.elapsed);
  const left = times.includes(words.late) ? words.late : words.remaining;
  return {
    count: shown.length,
    percent: endOfPercent(shown[1] ?? ''),
    elapsed: startOf(times, words.elapsed),
    remaining: startOf(times, left),
    finish: startOf(times, words.finish),
    stagePercent: endOfPercent(stage),
    records: Math.max(startOf(stage, '/ 192,850'), startOf(stage, '/ 192.850')),
    rate: startOf(stage, own.perSecond('')),
    help: startOf(shown.at(-1) ?? '', '?'),
  };
}

describe.each(languages)('nothing moves on a screen in %s', (language) => {
  it.each(columns)('while a job of %d columns gets further and the clock goes on', async (wide) => {
    const start = await places(running(50, 50, 100_000), language, wide, atMs);
    if (wide >= 120) expect(Object.values(start)).not.toContain(-1);
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 192_850 }),
        fc.integer({ min: 0, max: 90 * 24 * HOUR_MS }),
        async (percentage, stage, records, laterMs) => {
          const watch = running(percentage, stage, records);
          const now = await places(watch, language, wide, atMs + laterMs);
          // No rate is told before there is a record.
          const rate = now['rate'] === -1 ? start['rate'] : now['rate'];
          expect({ ...now, rate }).toEqual(start);
        },
      ),
      { numRuns: 40 },
    );
  });
});

it('nothing moves while a stage counts and nobody knows up to what', async () => {
  const rowAt = async (records: number) => {
    const stage = {
      stageName: 'Loading',
      status: 'Running',
      progress: 50,
      startTime: '2024-01-20T01:00:00Z',
      recordsProcessed: records,
    };
    const shown = await lines(seen(progress({ stages: [stage] })), { width: 120 });
    const row = shown.find((line) => line.includes('Loading')) ?? '';
    return { percent: endOfPercent(row), rate: startOf(row, '/s') };
  };
  const start = await rowAt(50_000);
  expect(Object.values(start)).not.toContain(-1);
  const counts = fc.integer({ min: 50_000, max: 999_999_999 });
  await fc.assert(
    fc.asyncProperty(counts, async (records) => {
      expect(await rowAt(records)).toEqual(start);
    }),
    { numRuns: 40 },
  );
});

describe('nothing moves on a screen of several jobs', () => {
  it.each(columns)('of %d columns', async (wide) => {
    const rows = (percentage: number): BatchJob[] => [
      {
        jobId,
        jobName: 'Import',
        status: 'Running',
        progress: percentage,
        currentStage: 'Loading',
        ...runs,
      },
    ];
    const idle = { jobId: jobId.replace('cc', 'dd'), jobName: 'Report', status: 'Queued' };
    const rowAt = async (percentage: number, nowMs: number) => {
      const shown = await lines(several([...rows(percentage), idle]), { width: wide, nowMs });
      const row = shown.find((line) => line.includes('Import')) ?? '';
      const time = /(?:\d+[dhms] ?)+ left|late by/.exec(row);
      return {
        count: shown.length,
        percent: endOfPercent(row),
        stage: startOf(row, 'Loading'),
        time: startOf(row, time?.[0] ?? '?'),
      };
    };
    const start = await rowAt(0, atMs);
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0, max: 100, noNaN: true }),
        fc.integer({ min: 0, max: 90 * 24 * HOUR_MS }),
        async (percentage, laterMs) => {
          expect(await rowAt(percentage, atMs + laterMs)).toEqual(start);
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('every screen', () => {
  const longName = '顧客ジャーニー分析 of all customers of the northern region '.repeat(3);
  const stage = (index: number, status: string) => ({
    stageName: `${index} ${longName}`,
    status,
    startTime: '2024-01-20T10:30:00Z',
    recordsProcessed: 10 ** index,
    totalRecords: 10 ** 12,
    progress: index * 9,
  });
  const words = ['Completed', 'Running', 'Failed', 'Pending', 'Cancelled', longName];
  const error = new JobtrackError('NETWORK', { origin: '', reason: longName, attempts: 1 });
  const watches = [
    midRun(),
    seen(
      progress({
        jobName: longName,
        status: longName,
        reason: longName,
        stages: Array.from({ length: 12 }, (_, index) => stage(index, words[index % 6] ?? '')),
      }),
    ),
    told([{ type: 'stale', atMs, ageMs: 0, nextTryMs: atMs, cause: 'server-error', error }]),
    several(
      Array.from({ length: 12 }, (_, index) => ({
        jobId: `${index}${jobId}`,
        jobName: index % 2 === 0 ? longName : 'b',
        status: words[index % 6] ?? '',
        currentStage: longName,
        queuePosition: 10 ** index,
        ...runs,
      })),
    ),
    several([{ jobId }, { jobId: jobId.replace('c', 'd') }]),
  ];

  it('fits its rows and columns, whatever is on it', async () => {
    const panels = fc.subarray(['timeline', 'metrics', 'dependencies', 'help'] as const);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 1, max: 220 }),
        fc.constantFrom(...languages),
        panels,
        fc.boolean(),
        async (rows, wide, language, open, unicode) => {
          const options = { rows, width: wide, language, panels: open, unicode };
          for (const watch of watches) {
            const shown = await lines(watch, options);
            expect(shown.length).toBeLessThanOrEqual(rows);
            for (const line of shown) expect(width(line), line).toBeLessThanOrEqual(wide);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('fills the terminal when it has it for itself', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: 60 }), async (rows) => {
        expect(await lines(midRun(), { rows, isFullscreen: true })).toHaveLength(rows);
      }),
      { numRuns: 30 },
    );
  });
});
