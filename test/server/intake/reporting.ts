import type { Report } from '../../../src/contract/index.js';
import type { JobState } from '../../../src/server/intake/draft.js';
import { startJob } from '../../../src/server/intake/life.js';
import { newJob } from '../../../src/server/intake/new-job.js';
import { takeReports } from '../../../src/server/intake/take-reports.js';
import type { Changes } from '../../../src/server/store/port.js';
import type { EventRecord, JobRecord, StageRecord } from '../../../src/server/store/records.js';

export const JOB_ID = 'cc0e8400-e29b-41d4-a716-446655440000';

/** When every job of these tests is registered and starts. */
export const START = Date.parse('2024-01-20T10:30:00Z');

/** The time of day of a moment of these tests, as a report gives it: `at(90)` is a minute and a half after the start. */
export const at = (seconds: number): string => new Date(START + seconds * 1_000).toISOString();

type WithoutId<R> = R extends Report ? Omit<R, 'reportId'> & { reportId?: string } : never;

/** A report; its id is made when a test does not care. */
export type AnyReport = WithoutId<Report>;

let reportCount = 0;

export const withId = (report: AnyReport): Report => {
  reportCount += 1;
  return { reportId: `r${reportCount}`, ...report } as Report;
};

/** A job that runs, and what was stored of it so far. */
export interface Reporting {
  state: JobState;
  /** How many seconds after the start it is. */
  seconds: number;
  take(...reports: AnyReport[]): Changes;
  job(): JobRecord;
  stage(name: string): StageRecord | undefined;
}

/** A running job that nothing was reported of. Every minute of it may be reported: it is an hour later. */
export function createReporting(): Reporting {
  let ids = 0;
  const newId = (): string => `outbox-${++ids}`;
  const job = newJob({ jobName: 'Nightly' }, JOB_ID, START);
  const reporting: Reporting = {
    state: {
      job: startJob({ job, stages: [] }, { nowMs: START, newId }).job,
      stages: [],
    },
    seconds: 3_600,
    take: (...reports) => {
      const nowMs = START + reporting.seconds * 1_000;
      const changes = takeReports(reporting.state, reports.map(withId), { nowMs, newId });
      reporting.state = merged(reporting.state, changes);
      return changes;
    },
    job: () => reporting.state.job,
    stage: (name) => reporting.state.stages.find((stage) => stage.name === name),
  };
  return reporting;
}

function merged({ stages }: JobState, changes: Changes): JobState {
  const byName = new Map([...stages, ...changes.stages].map((stage) => [stage.name, stage]));
  return { job: changes.job, stages: [...byName.values()] };
}

/** Events in short: type, stage, text. */
export const inShort = (events: readonly EventRecord[]): string[] =>
  events.map(({ type, isSub, stageName, text, percent }) =>
    [type, isSub && '(sub)', stageName, text, percent]
      .filter((part) => part || part === 0)
      .join(' '),
  );
