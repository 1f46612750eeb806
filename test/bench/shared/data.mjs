/** How many log entries the job has. */
const ENTRIES = 100_000;
export const access = {
  tenant: '11111111-1111-4111-8111-111111111111',
  project: '22222222-2222-4222-8222-222222222222',
  token: 'the-token-of-the-benchmark',
};

const startMs = Date.parse('2024-01-20T10:30:00Z');

/** @param {number} number */
export const jobIdOf = (number) => `cc0e8400-e29b-41d4-a716-${String(number).padStart(12, '0')}`;

/** A finished job, and its log: everything about it is always the same. */
export const FIXED_JOB = jobIdOf(0);

/** How many jobs there are at work. */
export const JOBS = 1_000;

/** @param {number} sequence */
const entry = (sequence) => ({
  sequence,
  timestamp: new Date(startMs + sequence * 10).toISOString(),
  level: sequence % 50 === 0 ? 'WARN' : 'INFO',
  component: 'ProcessMiner',
  stage: 'Data Processing',
  message: `Processing batch ${sequence} of ${ENTRIES}`,
  details: { batchSize: 12_856, recordsPerSecond: 1_000 + (sequence % 500) },
});

/**
 * The entries after a number.
 *
 * @param {string} jobId
 * @param {number} after
 * @param {number} limit
 */
export function logsBody(jobId, after, limit) {
  const count = jobId === FIXED_JOB ? Math.max(0, Math.min(limit, ENTRIES - after)) : 0;
  const logs = Array.from({ length: count }, (_, index) => entry(after + index + 1));
  return { jobId, jobStatus: 'Running', logs, nextSequence: after + count };
}

/**
 * How far a job is; all but the fixed one move with the time.
 *
 * @param {string} jobId
 * @param {number} nowMs
 */
export function progressBody(jobId, nowMs) {
  const percent = jobId === FIXED_JOB ? 42.5 : (nowMs / 6_000) % 100;
  const running = Math.floor(percent / 12.5);
  const stages = Array.from({ length: 8 }, (_, index) => ({
    stageName: `Stage ${index + 1} of the import`,
    stageOrder: index + 1,
    status: index < running ? 'Completed' : index === running ? 'Running' : 'Pending',
    progress: Math.round(Math.min(100, Math.max(0, (percent - index * 12.5) * 8))),
    startTime: new Date(startMs + index * 60_000).toISOString(),
    ...(index < running && { endTime: new Date(startMs + (index + 1) * 60_000).toISOString() }),
  }));
  return {
    jobId,
    jobName: 'Nightly import',
    status: 'Running',
    overallProgress: { percentage: percent, startTime: new Date(startMs).toISOString() },
    stages,
    resourceUsage: { cpuUsage: 67, memoryUsage: '2.3 GB', memoryLimit: '4.0 GB' },
  };
}

/**
 * All jobs at once, or those that are asked for. One in a hundred has moved since the second before.
 *
 * @param {readonly string[] | undefined} ids
 * @param {number} nowMs
 */
export function batchBody(ids, nowMs) {
  const second = Math.floor(nowMs / 1000);
  const jobs = (ids ?? allIds).map((jobId, index) => ({
    jobId,
    jobName: `Import of customer ${index}`,
    status: 'Running',
    progress: (index % 100 === 0 ? second : index) % 100,
    startTime: new Date(startMs).toISOString(),
    estimatedCompletion: new Date(startMs + 3_600_000 + index * 1000).toISOString(),
    currentStage: 'Data Processing',
    submittedBy: 'system',
    priority: 'Normal',
  }));
  const summary = { running: jobs.length, queued: 0, completed: 0, failed: 0 };
  const trackingTime = new Date(second * 1000).toISOString();
  return { trackingTime, jobCount: jobs.length, summary, jobs };
}

const allIds = Array.from({ length: JOBS }, (_, index) => jobIdOf(index + 1));
