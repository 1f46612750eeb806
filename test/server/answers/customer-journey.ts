import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { type Answering, createAnswering } from './answering.js';

const PREPARATION = 'aa0e8400-e29b-41d4-a716-446655440000';
const WEEKLY_REPORT = 'ee0e8400-e29b-41d4-a716-446655440000';
const RECORDS = 192_850;

/** Stages of past jobs, with how long they took in seconds. */
const PAST_STAGES = [
  ['Data Loading', 150],
  ['Process Discovery', 600],
  ['Performance Analysis', 390],
  ['Report Generation', 240],
] as const;

const pastId = (index: number): string => `bb0e8400-e29b-41d4-a716-44665544000${index}`;

function runPastJob(server: Answering, index: number, pace: number): void {
  const id = pastId(index);
  server.tracker.register({ jobId: id, jobName: `Run ${index}`, jobType: 'ProcessMining' });
  for (const [stageName, seconds] of PAST_STAGES) {
    server.report(id, { type: 'stage', stageName, totalRecords: RECORDS });
    server.pass(seconds * pace);
    server.report(id, { type: 'progress', records: RECORDS });
  }
  server.report(id, { type: 'finish', status: 'Completed' });
}

/**
 * The job of the API document's examples, told of by reports as its program would: 15 minutes and 33 seconds after
 * its start, in its third stage, with three past jobs of its type, a job that it had to wait for and one that waits.
 */
export function customerJourney(): Answering {
  const server = createAnswering({ startAt: '2024-01-20T08:00:00Z', maxRunning: 1 });
  const { tracker, report, pass, clock } = server;
  [0.9, 1, 1.1].forEach((pace, index) => {
    runPastJob(server, index, pace);
  });
  clock.advance(Date.parse('2024-01-20T10:20:00Z') - clock.now());
  tracker.register({ jobId: PREPARATION, jobName: 'Data Preparation' });
  tracker.register({
    jobId: EXAMPLE_JOB,
    jobName: 'Customer Journey Analysis',
    jobType: 'ProcessMining',
    priority: 'High',
    submittedBy: 'user123',
    after: [PREPARATION],
    memoryLimitBytes: 4e9,
    cpuCores: 2,
  });
  tracker.register({
    jobId: WEEKLY_REPORT,
    jobName: 'Weekly Report Generation',
    jobType: 'ProcessMining',
    submittedBy: 'user456',
    after: [EXAMPLE_JOB],
  });
  pass(600);
  report(PREPARATION, { type: 'finish', status: 'Completed' });
  tracker.tick();
  runStages(server);
  return server;
}

/** From 10:30:00 to 10:45:33. */
function runStages({ report, pass }: Answering): void {
  const id = EXAMPLE_JOB;
  report(
    id,
    {
      type: 'stage',
      stageName: 'Data Loading',
      totalRecords: RECORDS,
      expectedDurationMs: 150_000,
    },
    { type: 'log', level: 'INFO', component: 'DataLoader', message: 'Starting data load' },
    { type: 'metric', key: 'dataValidated', value: true },
  );
  pass(135);
  report(
    id,
    { type: 'progress', records: RECORDS },
    { type: 'stage', stageName: 'Process Discovery', totalRecords: RECORDS },
    { type: 'metric', key: 'activitiesDiscovered', value: 47 },
  );
  pass(195);
  report(id, {
    type: 'milestone',
    message: 'プロセスモデル発見',
    details: { activitiesFound: 47 },
  });
  pass(172);
  report(id, {
    type: 'log',
    level: 'WARN',
    component: 'DataValidator',
    message: 'Found 125 records with missing timestamps',
    details: { affectedRecords: 125 },
  });
  pass(168);
  report(id, {
    type: 'log',
    level: 'ERROR',
    component: 'AnalyticsEngine',
    message: 'Memory limit exceeded during bottleneck analysis',
    details: { retry: true },
  });
  pass(20);
  report(
    id,
    { type: 'progress', records: RECORDS },
    { type: 'stage', stageName: 'Performance Analysis', totalRecords: RECORDS },
    { type: 'metric', key: 'bottlenecksIdentified', value: 8 },
    { type: 'metric', key: 'retryRate', value: 0.015 },
    { type: 'quality', dataQualityScore: 94.8, validationsPassed: 15, validationsFailed: 1 },
  );
  samples({ report, pass });
  pass(3);
  report(id, {
    type: 'activity',
    component: 'PerformanceAnalyzer',
    operation: 'Calculating resource utilization metrics',
    details: 'Processing activity transitions for efficiency analysis',
  });
}

/** Four minutes of samples, ten seconds apart, at 600 records a second. */
function samples({ report, pass }: Pick<Answering, 'report' | 'pass'>): void {
  for (let step = 1; step <= 24; step += 1) {
    pass(10);
    report(
      EXAMPLE_JOB,
      { type: 'progress', records: step * 6_000 },
      {
        type: 'sample',
        cpuPercent: 67,
        memoryBytes: step === 12 ? 3.8e9 : 2.3e9,
        diskReadBytes: step * 20e6,
        diskWriteBytes: step * 10e6,
        networkInBytes: step * 3e6,
        networkOutBytes: step * 5e5,
        connections: 8,
      },
    );
  }
}
