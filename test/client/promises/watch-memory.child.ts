import { getEventListeners } from 'node:events';
import { createClient } from '../../../src/client/create-client.js';
import { watchJobs } from '../../../src/client/watch/watch-jobs.js';
import { emptyWatch, reduceWatch } from '../../../src/domain/events/reduce.js';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { createRandom } from '../../helpers/random.js';

/*
 * Watches a job with everything that there is to watch, for as many polls as it is told, and measures itself. Its
 * waits take no time. What it finds is one line of JSON.
 */

/** How often the heap is measured while it goes on. */
const MEASURES = 40;

const [url = '', tenantId = '', projectId = '', jobId = '', polls = ''] = process.argv.slice(2);
const count = Number(polls);
const warnings: string[] = [];
process.on('warning', ({ name }) => warnings.push(name));

/** The whole heap without what nobody needs any more. */
function heapBytes(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

/** How much a figure grows with each step, by least squares. */
function slope(points: readonly (readonly [step: number, value: number])[]): number {
  const mean = (values: number[]): number => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [stepMean, valueMean] = [mean(points.map(([s]) => s)), mean(points.map(([, v]) => v))];
  const shared = points.reduce((sum, [s, v]) => sum + (s - stepMean) * (v - valueMean), 0);
  return shared / points.reduce((sum, [s]) => sum + (s - stepMean) ** 2, 0);
}

const handles = (): number =>
  process.getActiveResourcesInfo().filter((name) => name !== 'Immediate').length;

const clock = createFakeClock();
const abort = new AbortController();
const handlesBefore = handles();
const client = createClient({ url, tenantId, projectId, clock, random: createRandom(5) });
const events = watchJobs({
  client,
  jobIds: [jobId],
  controls: {
    intervalMs: () => 2000,
    isPaused: () => false,
    panels: () => new Set(['metrics', 'timeline', 'dependencies'] as const),
    logLevel: () => 'DEBUG',
    onChange: () => () => {},
  },
  clock,
  random: createRandom(6),
  signal: abort.signal,
});

let state = emptyWatch([jobId]);
let looks = 0;
let stales = 0;
const heap: [number, number][] = [];
try {
  for await (const event of events) {
    state = reduceWatch(state, event);
    // The waits of the clock are told in a list, which is of no interest here.
    clock.waits.length = 0;
    if (event.type === 'stale') stales += 1;
    else if (event.type !== 'seen') continue;
    looks += 1;
    if (looks % Math.ceil(count / MEASURES) === 0) heap.push([looks, heapBytes()]);
    if (looks >= count) abort.abort(new Error('enough'));
  }
} catch (error) {
  if (error !== abort.signal.reason) throw error;
}
const listeners = getEventListeners(abort.signal, 'abort').length;
await client.close();
await new Promise((resolve) => setTimeout(resolve, 50));
const lastHalf = heap.slice(heap.length / 2);
process.stdout.write(
  `${JSON.stringify({
    looks,
    stales,
    lines: state.jobs[0]?.lineCount,
    bytesPerPoll: slope(lastHalf),
    listeners,
    newHandles: handles() - handlesBefore,
    warnings,
  })}\n`,
);
