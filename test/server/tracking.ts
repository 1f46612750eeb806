import type { JobRegistration, Report } from '../../src/contract/index.js';
import type { Tracker } from '../../src/server/ports.js';
import type { Store } from '../../src/server/store/port.js';
import type { EventRecord, JobRecord } from '../../src/server/store/records.js';
import { openStore } from '../../src/server/store/sqlite/open-store.js';
import { createTracker, type TrackerOptions } from '../../src/server/tracker.js';
import { createFakeClock, type FakeClock } from '../helpers/fake-clock.js';

/** The GUID of a job that a test calls by a number. */
export const guid = (number: number): string =>
  `00000000-0000-4000-8000-${number.toString().padStart(12, '0')}`;

/** A tracker over a real store in memory. */
export interface Tracking {
  store: Store;
  clock: FakeClock;
  tracker: Tracker;
  /** Registers job `number`; those that it waits for are told by their numbers. */
  register(
    number: number,
    registration?: Partial<Omit<JobRegistration, 'after'>> & { after?: number[] },
  ): ReturnType<Tracker['register']>;
  report(number: number, ...reports: Report[]): ReturnType<Tracker['report']>;
  job(number: number): JobRecord;
  status(number: number): string;
  events(number: number): readonly EventRecord[];
  /** Lets time pass as it does for a server: with a tick every second. */
  pass(seconds: number): void;
  /** A new tracker over the same store, as after a restart. */
  restart(options?: Partial<TrackerOptions>): void;
}

/** Nothing registered yet, at 10:45:33 of a fake clock. */
export function createTracking(options: Partial<TrackerOptions> = {}): Tracking {
  const clock = createFakeClock();
  const store = options.store ?? openStore({ file: ':memory:' });
  let ids = 0;
  const newId = (): string => guid(900_000 + ++ids);
  const start = (more: Partial<TrackerOptions>): Tracker =>
    createTracker({ store, clock, newId, ...options, ...more });
  const tracking: Tracking = {
    store,
    clock,
    tracker: start({}),
    register: (number, { after, ...registration } = {}) =>
      tracking.tracker.register({
        jobId: guid(number),
        jobName: `Job ${number}`,
        ...(after === undefined ? {} : { after: after.map(guid) }),
        ...registration,
      }),
    report: (number, ...reports) => tracking.tracker.report(guid(number), reports),
    job: (number) => store.job(guid(number)) as JobRecord,
    status: (number) => tracking.job(number).status,
    events: (number) => store.events(guid(number), { withSub: true }),
    pass: (seconds) => {
      for (let second = 0; second < seconds; second += 1) {
        clock.advance(1_000);
        tracking.tracker.tick();
      }
    },
    restart: (more = {}) => {
      tracking.tracker = start(more);
    },
  };
  return tracking;
}

export const log = (reportId: string, message = reportId, level = 'INFO'): Report => ({
  reportId,
  type: 'log',
  level,
  message,
});

export const finish = (
  status: 'Completed' | 'Failed' | 'Cancelled' = 'Completed',
  reportId = 'finish',
): Report => ({ reportId, type: 'finish', status });
