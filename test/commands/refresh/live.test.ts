import { describe, expect, test } from 'vitest';
import { run as runBatch } from '../../../src/commands/batch/run.js';
import { run as runProgress } from '../../../src/commands/progress/run.js';
import type { BatchBody, BatchJob, ProgressBody } from '../../../src/contract/index.js';
import { JobtrackError } from '../../../src/errors/index.js';
import { inline, safe } from '../../../src/render/safe-text.js';
import {
  answering,
  rateLimited,
  refreshTerminal,
  running,
  unreachable,
} from './refresh-context.js';

const SECOND = 1_000;

const importJob = (percentage: number, status = 'Running'): ProgressBody => ({
  jobName: 'Nightly Import',
  status,
  overallProgress: {
    percentage,
    startTime: '2024-01-20T10:30:00Z',
    ...(status === 'Running' ? {} : { endTime: '2024-01-20T10:45:43Z' }),
  },
});

/** `progress -w 2s` on a terminal of 60 columns. */
async function progress(
  answers: ReturnType<typeof answering<ProgressBody>>,
  { rows = 12, intervalMs = 2 * SECOND } = {},
) {
  const fake = await refreshTerminal(60, rows, {
    client: (clock) => ({ progress: answers.with(clock) }),
  });
  const command = running(runProgress({ jobId: undefined, watch: { intervalMs } }, fake.context));
  const screen = (): string => `\n${fake.emulator.screen().join('\n')}\n`;
  return { ...fake, ...command, screen };
}

describe('a view that is shown again and again', () => {
  test('is painted in place, with the last line below it, and its clock ticks between two answers', async () => {
    const { clock, screen, emulator, terminal } = await progress(answering(importJob(10)));
    await clock.advance(100);
    expect(screen()).toBe(`
$ jobtrack
● Nightly Import  Running

  █████▎░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  10%

  Elapsed  15m 33s  since 10:30:00

updated 10:45:33                 every 2s · p pause · q quit
`);
    const writes = emulator.writes.length;
    await clock.advance(SECOND);
    expect(screen()).toContain('Elapsed  15m 34s');
    const tick = emulator.writes.slice(writes);
    expect(tick).toHaveLength(1);
    expect(Buffer.byteLength(tick[0] ?? '')).toBeLessThanOrEqual(64);
    terminal.type('q');
  });

  test('before the first answer it says what it waits for', async () => {
    const { clock, screen, terminal } = await progress(answering<ProgressBody>(unreachable()));
    await clock.advance(100);
    expect(screen()).toBe(`
$ jobtrack
✗ no answer yet: connection refused · next try in  3s
`);
    terminal.type('q');
  });

  test('stays when answers stop, with its age and the next try', async () => {
    const answers = answering(importJob(10), unreachable());
    const { clock, screen, terminal } = await progress(answers);
    await clock.advance(10 * SECOND);
    expect(screen()).toBe(`
$ jobtrack
● Nightly Import  Running

  █████▎░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  10%

  Elapsed  15m 43s  since 10:30:00

✗ no answer for 10s: connection refused · next try in  9s
`);
    terminal.type('q');
  });

  test('says that the server asks to wait, and goes on by itself', async () => {
    const answers = answering(importJob(10), rateLimited(60 * SECOND), importJob(30));
    const { clock, screen, terminal } = await progress(answers);
    await clock.advance(12 * SECOND);
    expect(screen()).toContain('▲ the server asks to wait: next try in 51s');
    await clock.advance(60 * SECOND);
    expect(screen()).toContain('30%');
    expect(screen()).toContain('updated 10:46:');
    terminal.type('q');
  });

  test('looked at seldom, it says how old it is', async () => {
    const { clock, screen, terminal } = await progress(answering(importJob(10)), {
      intervalMs: 60 * SECOND,
    });
    await clock.advance(7 * SECOND);
    expect(screen()).toContain('updated 7s ago');
    expect(screen()).toContain('every 1m');
    terminal.type('q');
  });

  test('that is taller than the terminal says how many lines there are more', async () => {
    const { clock, screen, terminal } = await progress(answering(importJob(10)), { rows: 7 });
    await clock.advance(100);
    expect(screen()).toBe(
      `
$ jobtrack
● Nightly Import  Running

  █████▎░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  10%
… 2 more lines

updated 10:45:33                 every 2s · p pause · q quit
`.replace('$ jobtrack\n', ''),
    );
    terminal.type('q');
  });

  test('fits whatever window there is', async () => {
    const { clock, emulator, terminal } = await progress(answering(importJob(10)));
    await clock.advance(100);
    for (const rows of [1, 2, 3, 4, 5]) {
      emulator.resize(24, rows);
      terminal.resized();
      await clock.advance(100);
      expect(emulator.screen().length).toBeLessThanOrEqual(rows);
    }
    expect(emulator.screen().at(-1)).toBe('updated 10:45:33  q quit');
    terminal.type('q');
  });

  test('ends with the job, its last view whole and without the last line', async () => {
    const { clock, result, emulator } = await progress(
      answering(importJob(10), importJob(100, 'Completed')),
      { rows: 5 },
    );
    await clock.advance(2 * SECOND);
    expect(await result).toBe(0);
    expect(emulator.all()).toEqual(
      [
        '$ jobtrack',
        '✓ Nightly Import  Completed',
        '',
        '  █████████████████████████████████████████████████████  100%',
        '',
        '  Took   15m 43s  since 10:30:00',
        '  Ended  10:45:43 (in 8s)',
      ].map((line) => line.replace('  ████████', '  ███████')),
    );
    expect(emulator.writes.at(-1)).toContain('\x1b[?25h');
  });

  test('ends with q, and says nothing of how the job ended', async () => {
    const { clock, result, terminal, emulator } = await progress(answering(importJob(10)));
    await clock.advance(SECOND);
    terminal.type('q');
    expect(await result).toBe(0);
    expect(terminal.listeners()).toBe(0);
    expect(emulator.screen().at(-1)).toBe('  Elapsed  15m 34s  since 10:30:00');
  });

  test('p pauses it: nothing is asked until p again', async () => {
    const answers = answering(importJob(10));
    const { clock, screen, terminal } = await progress(answers);
    await clock.advance(SECOND);
    terminal.type('p');
    await clock.advance(60 * SECOND);
    expect(answers.askedMs).toHaveLength(1);
    expect(screen()).toContain('paused · updated 1m 01s ago');
    expect(screen()).toContain('p resume · q quit');
    terminal.type('p');
    await clock.advance(100);
    expect(answers.askedMs).toHaveLength(2);
    expect(screen()).toContain('updated 10:46:34');
    terminal.type('q');
  });

  test('a failure that no wait mends leaves the last view, and is told', async () => {
    const error = new JobtrackError('UNAUTHENTICATED', {
      origin: 'https://jobs.example.com',
      tokenSent: true,
    });
    const { clock, result, emulator } = await progress(answering(importJob(10), error));
    await clock.advance(2 * SECOND);
    await expect(result).rejects.toBe(error);
    expect(emulator.screen().at(-1)).toBe('  Elapsed  15m 35s  since 10:30:00');
    expect(emulator.writes.at(-1)).toContain('\x1b[?25h');
  });

  test('a signal is passed on', async () => {
    const { clock, result, abort } = await progress(answering(importJob(10)));
    await clock.advance(SECOND);
    abort(new Error('SIGTERM'));
    await expect(result).rejects.toThrow('SIGTERM');
  });

  test('notes of others stand above it', async () => {
    const { clock, screen, terminal } = await progress(answering(importJob(10)));
    await clock.advance(100);
    terminal.note(safe`GET /progress 200\n`);
    await clock.advance(100);
    expect(screen()).toContain('$ jobtrack\nGET /progress 200\n● Nightly Import');
    terminal.type('q');
  });
});

describe('many jobs', () => {
  const jobs = (count: number): BatchJob[] =>
    Array.from({ length: count }, (_, index) => ({
      jobId: `cc0e8400-e29b-41d4-a716-${String(index).padStart(12, '0')}`,
      jobName: `Job ${index}`,
      status: 'Running',
      progress: index % 100,
    }));

  test('as many are shown as there is room for, and how many more there are', async () => {
    const body: BatchBody = { jobs: jobs(1000), systemHealth: { overallLoad: 73 } };
    const { context, clock, emulator, terminal } = await refreshTerminal(80, 24, {
      client: (at) => ({ batch: answering(body).with(at) }),
    });
    const options = { jobIds: [], status: undefined, submittedBy: undefined, showsMetrics: false };
    running(runBatch({ ...options, sort: undefined, watch: { intervalMs: SECOND } }, context));
    await clock.advance(100);
    const shown = emulator.screen();
    expect(shown[0]).toBe('1,000 jobs');
    expect(shown.filter((line) => line.startsWith('● Job'))).toHaveLength(7);
    expect(shown.slice(-6)).toEqual([
      inline('… and 993 more jobs'),
      '',
      'System',
      '  Load  ██████████████▌░░░░░  73%',
      '',
      'updated 10:45:33                                     every 1s · p pause · q quit',
    ]);
    expect(emulator.screen()).toHaveLength(23);
    terminal.type('q');
  });
});
