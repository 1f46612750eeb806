import { describe, expect, it } from 'vitest';
import type { ProgressBody } from '../../../src/contract/index.js';
import { isStall, nextQuiet, type Quiet } from '../../../src/domain/events/quiet.js';
import { emptyWatch } from '../../../src/domain/events/reduce.js';
import type { JobState } from '../../../src/domain/events/watch-state.js';

const LOOK_MS = 12_000;

/** A job that does nothing at all. */
const idle = (
  usage: ProgressBody['resourceUsage'] = {},
  more: Partial<ProgressBody> = {},
  state: Partial<JobState> = {},
): JobState => ({
  jobId: 'a',
  status: 'Running',
  trend: { cpu: [], memory: [], rate: [] },
  lines: [],
  lineCount: 7,
  progress: {
    overallProgress: { percentage: 40 },
    stages: [{ stageName: 'Load', status: 'Running', recordsProcessed: 400 }],
    resourceUsage: { cpuUsage: 0, memoryUsage: '2.3 GB', networkIO: '12 MB', ...usage },
    ...more,
  },
  ...state,
});

/** Whether a job stands still after each of these looks, {@link LOOK_MS} apart. */
function stalls(looks: readonly JobState[], lookMs = LOOK_MS): boolean[] {
  let quiet: Quiet | undefined;
  return looks.map((job, index) => {
    quiet = nextQuiet(quiet, job, index * lookMs);
    return isStall(quiet, index * lookMs);
  });
}

const times = <T>(count: number, item: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, index) => item(index));

describe('a job stands still', () => {
  it('when nothing has moved for a minute and five looks', () => {
    expect(stalls(times(7, () => idle()))).toEqual([false, false, false, false, false, true, true]);
  });

  it('not before a minute has passed, however often it was looked at', () => {
    expect(
      stalls(
        times(30, () => idle()),
        2000,
      ),
    ).toEqual(times(30, () => false));
    expect(
      stalls(
        times(31, () => idle()),
        2000,
      ).at(-1),
    ).toBe(true);
  });

  it('not before the fifth quiet look, however long they take', () => {
    expect(
      stalls(
        times(6, () => idle()),
        60_000,
      ),
    ).toEqual([false, false, false, false, false, true]);
  });
});

describe('a job does not stand still', () => {
  const neverStalls = (look: (index: number) => JobState): void =>
    expect(stalls(times(30, look))).not.toContain(true);

  it('while its processor is busy, however silent it is', () => {
    neverStalls(() => idle({ cpuUsage: 3 }));
  });

  it.each(['networkIO', 'diskUsage', 'memoryUsage'])('while its %s changes', (name) => {
    neverStalls((index) => idle({ [name]: `${index} MB` }));
  });

  it('while its records, its activity, its checks or its log go on', () => {
    neverStalls((index) =>
      idle({}, { stages: [{ stageName: 'Load', status: 'Running', recordsProcessed: index }] }),
    );
    neverStalls((index) => idle({}, { currentActivity: { details: `file ${index}` } }));
    neverStalls((index) => idle({}, { qualityMetrics: { validationsPassed: index } }));
    neverStalls((index) => idle({}, {}, { lineCount: index }));
  });

  it('while its metrics tell of input and output', () => {
    neverStalls((index) =>
      idle(
        {},
        {},
        {
          metrics: { currentMetrics: { resourceUtilization: { disk: { reads: `${index} MB` } } } },
        },
      ),
    );
  });

  it('when nobody knows what its processor does', () => {
    neverStalls(() => idle({ cpuUsage: undefined }));
    neverStalls(() => idle({}, {}, { progress: { overallProgress: {} } }));
  });

  it('when it does not run', () => {
    for (const status of ['Queued', 'Completed', 'Hibernating']) {
      neverStalls(() => idle({}, {}, { status }));
    }
    neverStalls(() => emptyWatch(['a']).jobs[0] ?? idle());
  });
});

it('one of several jobs stands still by what its row tells', () => {
  const row = (cpu: number, progress = 40): JobState => ({
    jobId: 'a',
    status: 'Running',
    trend: { cpu: [], memory: [], rate: [] },
    lines: [],
    lineCount: 0,
    row: { jobId: 'a', progress, currentStage: 'Load', resourceUsage: { cpu, memory: '1 GB' } },
  });
  expect(stalls(times(7, () => row(0))).at(-1)).toBe(true);
  expect(stalls(times(7, () => row(50))).at(-1)).toBe(false);
  expect(stalls(times(7, (index) => row(0, index))).at(-1)).toBe(false);
});

it('a job that moved once is quiet from then on', () => {
  const looks = [...times(6, () => idle()), idle({ cpuUsage: 50 }), ...times(6, () => idle())];
  expect(stalls(looks)).toEqual([
    ...[false, false, false, false, false, true],
    ...[false, false, false, false, false, true, true],
  ]);
});
