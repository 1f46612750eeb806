// Bodies of any size, as a server of the API would answer them. The same size gives the same body.

const START_MS = Date.parse('2024-01-20T10:30:00Z');
const STATUSES = ['Completed', 'Running', 'Queued', 'Completed', 'Failed', 'Completed'];

/** @param {number} seconds after the start @returns {string} */
const at = (seconds) => new Date(START_MS + seconds * 1000).toISOString();

/** @param {number} index @returns {string} */
const guid = (index) => `00000000-0000-4000-8000-${index.toString(16).padStart(12, '0')}`;

/** @param {number} index @returns {string} */
const statusOf = (index) => STATUSES[index % STATUSES.length] ?? 'Running';

/** @param {number} count of jobs @returns {object} */
export function batchBody(count) {
  const jobs = Array.from({ length: count }, (_, index) => {
    const status = statusOf(index);
    return {
      jobId: guid(index + 1),
      jobName: `Import of the orders of region ${index}`,
      status,
      progress: status === 'Completed' ? 100 : index % 100,
      startTime: at(index),
      estimatedCompletion: at(index + 3600),
      currentStage: 'Loading',
      submittedBy: 'user123',
      priority: 'Normal',
    };
  });
  return {
    trackingTime: at(count),
    jobCount: count,
    summary: Object.fromEntries(
      ['Running', 'Queued', 'Completed', 'Failed'].map((status) => [
        status.toLowerCase(),
        jobs.filter((job) => job.status === status).length,
      ]),
    ),
    jobs,
  };
}

/**
 * A job in the middle of a graph: half of the jobs lie before it and half behind, each of them hanging on the one at
 * half its place, so that there are branches of every depth up to the logarithm of their number.
 *
 * @param {number} count of jobs @returns {object}
 */
export function depsBody(count) {
  const half = Math.floor(count / 2);
  const before = Array.from({ length: half }, (_, index) => 2 + index);
  const after = Array.from({ length: count - half - 1 }, (_, index) => 2 + half + index);
  /** @param {number} place @returns {number | undefined} none for the jobs that hang on the current one */
  const parent = (place) => (place < 5 ? undefined : Math.floor(place / 2));
  /** @param {readonly number[]} side @param {number} place */
  const hangsOn = (side, place) => guid(side[parent(place) ?? -1] ?? 1);
  return {
    jobId: guid(1),
    dependencies: {
      prerequisiteJobs: before.map((index) => ({
        jobId: guid(index),
        jobName: `Export of region ${index}`,
        status: statusOf(index),
        dependency: 'Its result is read',
      })),
      dependentJobs: after.map((index) => ({
        jobId: guid(index),
        jobName: `Report of region ${index}`,
        status: 'Pending',
        waitingFor: 'the result',
      })),
    },
    dependencyGraph: {
      nodes: [
        { id: guid(1), type: 'current', status: 'Queued' },
        ...before.map((index) => ({ id: guid(index), status: statusOf(index) })),
        ...after.map((index) => ({ id: guid(index), status: 'Pending' })),
      ],
      edges: [
        ...before.map((index, place) => ({ from: guid(index), to: hangsOn(before, place) })),
        ...after.map((index, place) => ({ from: hangsOn(after, place), to: guid(index) })),
      ],
    },
  };
}

const EVENTS = ['StageStarted', 'Progress', 'Progress', 'Warning', 'Progress', 'StageCompleted'];

/** @param {number} count of events @returns {object} */
export function timelineBody(count) {
  const timeline = Array.from({ length: count }, (_, index) => ({
    timestamp: at(index * 5),
    eventType: index === 0 ? 'JobStarted' : (EVENTS[index % EVENTS.length] ?? 'Progress'),
    description: `Chunk ${index} of the orders`,
    details: { stageName: `Region ${Math.floor(index / EVENTS.length)}`, recordsLoaded: index },
  }));
  return {
    jobId: guid(1),
    jobName: 'Import of the orders',
    timelineScope: { startTime: at(0), currentTime: at(count * 5) },
    timeline,
  };
}

/**
 * A page of the same log from a server that numbers nothing and keeps the newest of what was asked for, newest first.
 *
 * @param {number} count of entries in all
 * @param {{ fromTime: string | null, toTime: string | null, limit: number }} asked both times belong to the range
 * @returns {string}
 */
export function newestLogPage(count, { fromTime, toTime, limit }) {
  const first = fromTime === null ? 1 : Math.ceil(sequenceAt(fromTime));
  const last = toTime === null ? count : Math.min(count, Math.floor(sequenceAt(toTime)));
  const logs = [];
  for (let at = last; at >= Math.max(1, first) && logs.length < limit; at -= 1) {
    logs.push(logEntry(at).replace(/,"sequence":\d+/, ''));
  }
  return `{"jobId":"${guid(1)}","jobStatus":"Running","logs":[${logs.join(',')}]}`;
}

/** @param {string} time @returns {number} */
const sequenceAt = (time) => (Date.parse(time) - START_MS) / 10;

const LEVELS = ['INFO', 'DEBUG', 'INFO', 'INFO', 'WARN', 'INFO', 'INFO', 'ERROR'];

/**
 * A page of a log, as text: what answers must not be what is measured.
 *
 * @param {number} count of entries in all
 * @param {number} after the number of the entry before the page
 * @param {number} limit
 * @returns {string}
 */
export function logPage(count, after, limit) {
  const last = Math.min(count, after + limit);
  const logs = [];
  for (let sequence = after + 1; sequence <= last; sequence += 1) logs.push(logEntry(sequence));
  return `{"jobId":"${guid(1)}","jobStatus":"Running","logs":[${logs.join(',')}],"nextSequence":${last}}`;
}

/** @param {number} sequence @returns {string} */
const logEntry = (sequence) =>
  `{"timestamp":"${at(sequence / 100)}","level":"${LEVELS[sequence % LEVELS.length]}","component":"Loader",` +
  `"stage":"Loading","message":"chunk ${sequence} of the orders was read and checked, 4,096 records",` +
  `"details":{"records":4096,"durationMs":${sequence % 977}},"sequence":${sequence}}`;
