import type { Report } from '../../../src/contract/index.js';
import { createAnswers } from '../../../src/server/answers/create-answers.js';
import type { Answers, MachineLoad, Tracker } from '../../../src/server/ports.js';
import type { Store } from '../../../src/server/store/port.js';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import { createTracker } from '../../../src/server/tracker.js';
import { createFakeClock, type FakeClock } from '../../helpers/fake-clock.js';

/** A machine of four cores that is busy by 73 %, with half of its memory in use. */
const someLoad: MachineLoad = {
  cpuPercent: () => 73,
  memoryPercent: () => 50,
  cores: () => 4,
};

/** A server without its HTTP side: reports go in, answers come out, time passes when a test says so. */
export interface Answering {
  answers: Answers;
  tracker: Tracker;
  store: Store;
  clock: FakeClock;
  /** Tells of a job at the present time of the clock; every report gets an id of its own. */
  report(jobId: string, ...reports: NewReport[]): void;
  /** Lets so many seconds pass. */
  pass(seconds: number): void;
}

type WithoutId<R> = R extends Report ? Omit<R, 'reportId'> : never;
type NewReport = WithoutId<Report>;

/** Nothing registered yet. */
export function createAnswering({
  startAt = '2024-01-20T10:30:00Z',
  maxRunning,
  load = someLoad,
}: {
  startAt?: string;
  maxRunning?: number;
  load?: MachineLoad;
} = {}): Answering {
  const clock = createFakeClock(Date.parse(startAt));
  const store = openStore({ file: ':memory:' });
  let ids = 0;
  const newId = (): string => `99990000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
  const limit = maxRunning === undefined ? {} : { maxRunning };
  const tracker = createTracker({ store, clock, newId, ...limit });
  return {
    answers: createAnswers({ store, clock, load, maxRunning }),
    tracker,
    store,
    clock,
    report: (jobId, ...reports) => {
      tracker.report(
        jobId,
        reports.map((report) => ({ ...report, reportId: newId() })),
      );
    },
    pass: (seconds) => {
      clock.advance(seconds * 1000);
      tracker.tick();
    },
  };
}
