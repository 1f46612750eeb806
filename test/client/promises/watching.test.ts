import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import type { Client, RequestTrace } from '../../../src/client/types.js';
import type { WatchOptions } from '../../../src/client/watch/types.js';
import { watchJobs } from '../../../src/client/watch/watch-jobs.js';
import type { JobEvent } from '../../../src/domain/events/job-event.js';
import { bundleChild } from '../../helpers/bundle-child.js';
import { createFakeClock } from '../../helpers/fake-clock.js';
import { answerJson, type Handler, startServer } from '../../helpers/http-server.js';
import { promise } from '../../helpers/promise.js';
import { createRandom } from '../../helpers/random.js';
import { JOB, PROJECT, TENANT, testClient } from '../../helpers/test-client.js';
import { TOKEN } from '../../server/app/fake-app.js';
import { realApp } from '../../server/real-app.js';
import { toEnd, turnedControls } from '../watch/fake-jobs.js';

/** A watch of the test's job, at a look every two seconds, to its end. */
const watch = (
  client: Client,
  options: Pick<WatchOptions, 'clock'> & Partial<WatchOptions>,
): Promise<JobEvent[]> =>
  toEnd(
    watchJobs({
      client,
      jobIds: [JOB],
      controls: turnedControls(),
      random: createRandom(1),
      ...options,
    }),
    100_000,
  );

promise(
  'H1',
  'Retries are bounded by attempts and by a shared budget',
  { full: 600, quick: 600 },
  async ({ count, fail }) => {
    const server = await startServer(answerJson({}, 503));
    const clock = createFakeClock();
    const client = testClient(server.url, { clock, random: createRandom(2) });
    const events = await watch(client, { clock, timeoutMs: count * 1000 });
    const polls = events.filter(({ type }) => type === 'stale').length;
    const asked = server.requests.length;
    if (asked > 1.2 * polls) fail(`${asked} requests for ${polls} polls`);
    if (asked > (1.2 * count) / 2) fail(`${asked} requests in ${count} s`);
    if (polls < count / 30) fail(`${polls} polls in ${count} s`);
  },
);

/** A client that counts how many of its requests are under way at one time. */
function counted(client: Client): { client: Client; mostAtOnce: () => number } {
  let underWay = 0;
  let most = 0;
  const count =
    <Words extends unknown[], Result>(ask: (...words: Words) => Promise<Result>) =>
    async (...words: Words): Promise<Result> => {
      underWay += 1;
      most = Math.max(most, underWay);
      try {
        return await ask(...words);
      } finally {
        underWay -= 1;
      }
    };
  return {
    client: {
      ...client,
      progress: count(client.progress),
      metrics: count(client.metrics),
      timeline: count(client.timeline),
      dependencies: count(client.dependencies),
      batch: count(client.batch),
      logs: count(client.logs),
    },
    mostAtOnce: () => most,
  };
}

/** What goes wrong with one request in a hundred each. */
const accidents: readonly Handler[] = [
  answerJson({}, 503),
  answerJson({}, 429, { 'retry-after': '1' }),
  answerJson({ it: 'is something else' }),
  (_request, _response, raw) => raw.socket.destroy(),
  (_request, response, raw) =>
    response
      .writeHead(200, { 'content-length': '99' })
      .write('{"overallProgress":', () => raw.socket.destroy()),
];

/** Something that answers like a job that runs, logs and changes, where one request in twenty goes wrong. */
function busyJob(random: () => number): Handler {
  let sequence = 0;
  const upTo = (most: number): number => Math.floor(random() * (most + 1));
  const logs = (after: number) => {
    sequence += upTo(1);
    const fresh = Array.from({ length: Math.min(5, sequence - after) }, (_, index) => ({
      ...{ timestamp: '2024-01-20T10:45:33Z', level: 'INFO' },
      ...{ message: `line ${after + index + 1}`, sequence: after + index + 1 },
    }));
    return { logs: fresh, nextSequence: fresh.at(-1)?.sequence ?? sequence };
  };
  const bodies: Record<string, (after: number) => object> = {
    logs,
    progress: () => ({
      status: 'Running',
      overallProgress: { percentage: upTo(2) },
      stages: Array.from({ length: 8 }, (_, index) => ({
        ...{ stageName: `Stage ${index}`, stageOrder: index, status: 'Running' },
        progress: upTo(1),
      })),
      resourceUsage: { cpuUsage: 50, memoryUsage: `${upTo(8)} GB` },
    }),
    metrics: () => ({ currentMetrics: { processing: { recordsProcessed: upTo(1) } } }),
    timeline: () => ({ timeline: [] }),
    dependencies: () => ({ dependencies: {} }),
  };
  return (request, response, raw) => {
    const accident = accidents[upTo(99)];
    if (accident !== undefined) return accident(request, response, raw);
    const { pathname, searchParams } = new URL(request.path, 'http://127.0.0.1');
    const body = bodies[pathname.split('/').at(-1) ?? '']?.(
      Number(searchParams.get('afterSequence')),
    );
    const etag = `"${hash('sha1', JSON.stringify(body))}"`;
    if (request.headers['if-none-match'] !== etag)
      return answerJson(body, 200, { etag })(request, response, raw);
    return response.writeHead(304, { etag }).end();
  };
}

/** What a program needs for its own beginnings, such as code that is compiled while it runs. */
const WARMING_BYTES = 524_288;

promise(
  'S5',
  'A watch of days takes no more memory than one of minutes, and leaves nothing behind',
  { full: 20_000, quick: 350 },
  async ({ count, fail }) => {
    const server = await startServer(busyJob(createRandom(7)));
    const program = await bundleChild('test/client/promises/watch-memory.child.ts');
    const words = ['--expose-gc', program, server.url, TENANT, PROJECT, JOB, String(count)];
    const { stdout } = await promisify(execFile)(process.execPath, words);
    const found = JSON.parse(stdout) as Record<string, number> & { warnings: string[] };
    const { looks = 0, stales = 0, lines = 0, bytesPerPoll = 0, listeners, newHandles } = found;
    const mostBytes = Math.max(100 * (count / 2), WARMING_BYTES);
    if (bytesPerPoll * (count / 2) > mostBytes) fail(`${Math.round(bytesPerPoll)} bytes a poll`);
    if (listeners !== 0) fail(`${listeners} listeners are left on the signal`);
    if (newHandles !== 0) fail(`${newHandles} handles are left open`);
    for (const warning of found.warnings) fail(`a warning: ${warning}`);
    expect(looks).toBeGreaterThanOrEqual(count);
    expect(stales).toBeGreaterThan(count / 50);
    expect(lines).toBeGreaterThan(count / 10);
  },
);

const OTHERS = [JOB.replace('cc', 'dd'), JOB.replace('cc', 'ee')];

promise(
  'S6',
  'An idle watch is cheap: unchanged answers, one request at a time, on one connection beside the socket',
  { full: 3600, quick: 400 },
  async ({ count, fail }) => {
    for (const jobIds of [[JOB], [JOB, ...OTHERS]]) {
      const clock = createFakeClock();
      const app = realApp(clock, { maxRunning: 3 });
      const url = await app.listen({ host: '127.0.0.1', port: 0 });
      let connections = 0;
      app.server.on('connection', () => {
        connections += 1;
      });
      const traces: RequestTrace[] = [];
      const onTrace = (trace: RequestTrace): void => void traces.push(trace);
      const direct = testClient(url, { clock, token: TOKEN, onTrace });
      for (const jobId of jobIds) await direct.register({ jobId, jobName: 'Nightly import' });
      traces.splice(0);
      const { client, mostAtOnce } = counted(direct);
      const controls = turnedControls();
      controls.set.logLevel = 'WARN';
      controls.set.panels = ['metrics', 'timeline', 'dependencies'];
      const timeoutMs = count * 1000;
      const events = await watch(client, { jobIds, clock, controls, timeoutMs });
      const unchanged = traces.filter(({ status }) => status === 304).length;
      if (unchanged < 0.95 * traces.length) fail(`${unchanged} of ${traces.length} were 304`);
      if (mostAtOnce() !== 1) fail(`${mostAtOnce()} at once`);
      // A watch of one job hears of it by a socket, too.
      const expected = jobIds.length === 1 ? 2 : 1;
      if (connections !== expected) fail(`${connections} connections`);
      if (events.some(({ type }) => type === 'stale')) fail('it was stale');
      expect(traces.length).toBeGreaterThan(count / 15);
    }
  },
);
