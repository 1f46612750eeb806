/**
 * What is measured, and how much of it is allowed.
 *
 * @typedef {object} Budget
 * @property {string} row the file of test/bench/rows that measures it
 * @property {string} what
 * @property {string} [floor] what it is measured against, in the same run
 * @property {string} unit of the floor and of ours
 * @property {number} [most] of the ratio where there is a floor, of our figure where there is none
 * @property {number} [least] as `most`
 */

/** Every figure of the table, in its order. One without a bound is told and not judged. */
export const budgets = /** @type {const} @satisfies {Record<string, Budget>} */ ({
  version: {
    row: 'start',
    what: 'jobtrack --version',
    floor: 'node -e 0',
    unit: 'ms',
    most: 1.25,
  },
  help: { row: 'start', what: 'jobtrack --help', floor: 'node -e 0', unit: 'ms', most: 1.25 },
  progress: {
    row: 'progress',
    what: 'progress --json',
    floor: 'ten lines on node:http',
    unit: 'ms',
    most: 1.4,
  },
  logs: {
    row: 'logs',
    what: 'logs --limit 10000 -o ndjson',
    floor: "curl | jq -c '.logs[]'",
    unit: 'ms',
    most: 1,
  },
  logsMemory: {
    row: 'memory',
    what: 'its peak memory',
    floor: 'ten lines on node:http',
    unit: 'MB',
    most: 1.5,
  },
  pagedMemory: {
    row: 'memory',
    what: 'peak memory at --limit 100000',
    floor: 'ten lines, in pages',
    unit: 'MB',
    most: 1.5,
  },
  pagedGrowth: {
    row: 'memory',
    what: 'peak memory, 100,000 entries over 10,000',
    unit: 'MB',
    most: 20,
  },
  frame: {
    row: 'frame',
    what: 'a frame of watch, 40 stages, 20 log lines, 200x50',
    unit: 'ms',
    most: 3,
  },
  clockBytes: {
    row: 'frame',
    what: 'a frame in which only the clock moved',
    unit: 'bytes',
    most: 64,
  },
  batchCpu: {
    row: 'batch-watch',
    what: 'batch -w 1s of 1,000 jobs, CPU',
    unit: '% of a core',
    most: 3,
  },
  heap: {
    row: 'heap',
    what: 'growth of the heap, 20,000 refreshes, second half',
    unit: 'bytes a refresh',
    most: 100,
  },
  ingest: {
    row: 'server',
    what: 'server: log entries a second, durable',
    floor: 'bare inserts',
    unit: 'a second',
    least: 0.5,
  },
  requests: {
    row: 'server',
    what: 'server: progress requests a second',
    floor: 'an empty fastify route',
    unit: 'a second',
    least: 0.5,
  },
  follow: {
    row: 'follow',
    what: 'run to logs -f, 1,000 lines a second, p99',
    unit: 'ms',
    most: 250,
  },
  socketMemory: { row: 'sockets', what: 'server: memory a socket of events', unit: 'KiB' },
  socketOne: { row: 'sockets', what: 'server: report to event, 100 a second, p99', unit: 'ms' },
  socketMany: {
    row: 'sockets',
    what: 'server: report to the last of 1,000 sockets, p99',
    unit: 'ms',
  },
  webhookMedian: {
    row: 'webhooks',
    what: 'server: report to webhook, 100 a second, median',
    unit: 'ms',
  },
  webhook: { row: 'webhooks', what: 'server: report to webhook, 100 a second, p99', unit: 'ms' },
  webhookRate: {
    row: 'webhooks',
    what: 'server: to one webhook that is behind',
    unit: 'a second',
  },
  packages: { row: 'install', what: 'packages of an install', unit: 'packages', most: 16 },
  size: { row: 'install', what: 'size of an install', unit: 'MB', most: 30 },
  watchCpu: { row: 'watch', what: 'watch of one job, CPU', unit: '% of a core' },
  watchManyCpu: { row: 'watch', what: 'watch of 1,000 jobs, CPU', unit: '% of a core' },
});

/** @typedef {keyof typeof budgets} FigureName */

/**
 * What was measured. Without `ours` it could not be, for a reason.
 *
 * @typedef {object} Figure
 * @property {FigureName} name
 * @property {number} [floor]
 * @property {number} [ours]
 * @property {string} [remark]
 */

/**
 * The names of the rows, in the order of the table.
 *
 * @type {readonly string[]}
 */
export const rowNames = [...new Set(Object.values(budgets).map(({ row }) => row))];

/**
 * A figure beside its budget. `isMet` is missing where nothing is to be met, or nothing was measured.
 *
 * @param {Figure} figure
 */
export function judged({ name, floor, ours, remark }) {
  /** @type {Budget} */
  const { what, floor: against, unit, most, least } = budgets[name];
  const ratio = floor === undefined || ours === undefined ? undefined : ours / floor;
  const value = against === undefined ? ours : ratio;
  const isMet =
    value === undefined || (most ?? least) === undefined
      ? undefined
      : value <= (most ?? Number.POSITIVE_INFINITY) && value >= (least ?? Number.NEGATIVE_INFINITY);
  return { name, what, against, unit, floor, ours, ratio, most, least, isMet, remark };
}

/** @typedef {ReturnType<typeof judged>} Judged */
