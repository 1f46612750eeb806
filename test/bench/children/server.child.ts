import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import Database from 'libsql';
import { Pool } from 'undici';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import type { Report } from '../../../src/contract/index.js';
import { openServer } from '../../../src/server/open-server.js';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import { createTracker } from '../../../src/server/tracker.js';

/*
 * What the embedded server does in a second, beside what the same machine does with nothing in between. Each pair is
 * measured in turn, in one run: absolute figures drift, their ratios less so.
 */

const ENTRIES = 100_000;
const BATCH = 1_000;
const CONNECTIONS = 32;
const ASK_MS = 4_000;

const folder = mkdtempSync(join(tmpdir(), 'jobtrack-bench-'));

const reports = (from: number): Report[] =>
  Array.from({ length: BATCH }, (_, index) => ({
    reportId: `r-${from + index}`,
    type: 'log',
    level: 'INFO',
    component: 'bench',
    message: `row ${from + index} of the benchmark, as long as lines of a log are on average`,
  }));

/** Entries a second through everything that a report passes, each batch on the disk when it is acknowledged. */
function ingest(round: number): number {
  const store = openStore({ file: join(folder, `jobs-${round}.db`) });
  const tracker = createTracker({ store, clock: systemClock, newId: randomUUID });
  const jobId = randomUUID();
  tracker.register({ jobId, jobName: 'bench' });
  const startedMs = performance.now();
  for (let from = 0; from < ENTRIES; from += BATCH) tracker.report(jobId, reports(from));
  const perSecond = ENTRIES / ((performance.now() - startedMs) / 1000);
  store.close();
  return perSecond;
}

/** The same rows in the same batches, straight into a table: their ids, since a report is known again by its own. */
function bareInserts(round: number): number {
  const database = new Database(join(folder, `bare-${round}.db`));
  database.exec('PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL');
  database.exec(
    'CREATE TABLE log (job TEXT, sequence INTEGER, time INTEGER, level TEXT, component TEXT, message TEXT, PRIMARY KEY (job, sequence)) WITHOUT ROWID',
  );
  database.exec('CREATE TABLE report (job TEXT, id TEXT, PRIMARY KEY (job, id)) WITHOUT ROWID');
  const insertLog = database.prepare('INSERT INTO log VALUES (?, ?, ?, ?, ?, ?)');
  const insertReport = database.prepare('INSERT INTO report VALUES (?, ?)');
  const jobId = randomUUID();
  const startedMs = performance.now();
  for (let from = 0; from < ENTRIES; from += BATCH) {
    database.exec('BEGIN IMMEDIATE');
    for (const [index, report] of reports(from).entries()) {
      if (report.type !== 'log') continue;
      insertLog.run(jobId, from + index, Date.now(), 'INFO', 'bench', report.message);
      insertReport.run(jobId, report.reportId);
    }
    database.exec('COMMIT');
  }
  const perSecond = ENTRIES / ((performance.now() - startedMs) / 1000);
  database.close();
  return perSecond;
}

/** Requests a second that are answered with 200, over kept connections. */
async function askFor(
  origin: string,
  path: string,
  headers: Record<string, string>,
): Promise<number> {
  const pool = new Pool(origin, { connections: CONNECTIONS });
  const untilMs = performance.now() + ASK_MS;
  let answered = 0;
  const ask = async (): Promise<void> => {
    while (performance.now() < untilMs) {
      const { statusCode, body } = await pool.request({ path, method: 'GET', headers });
      await body.dump();
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`);
      answered += 1;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, ask));
  await pool.close();
  return answered / (ASK_MS / 1000);
}

async function requests(): Promise<{ ours: number; empty: number }> {
  const ids = { tenant: randomUUID(), project: randomUUID() };
  const place = { file: join(folder, 'requests.db'), host: '127.0.0.1', port: 0 };
  const server = await openServer({
    ...place,
    ...ids,
    allowsLoopbackWebhooks: true,
    clock: systemClock,
    onFailure: console.error,
  });
  const base = `/api/${ids.tenant}/${ids.project}/execution`;
  const headers = { authorization: `Bearer ${server.token}`, 'content-type': 'application/json' };
  const jobId = randomUUID();
  const post = async (path: string, body: unknown): Promise<void> => {
    const init = { method: 'POST', headers, body: JSON.stringify(body) };
    const answer = await fetch(`${server.url}${base}${path}`, init);
    if (!answer.ok) throw new Error(`${path} answered ${answer.status}`);
  };
  await post('/jobs', { jobId, jobName: 'bench' });
  await post(`/job/${jobId}/reports`, [
    { reportId: 's', type: 'stage', stageName: 'Load', totalRecords: 1000 },
    { reportId: 'p', type: 'progress', records: 250 },
  ]);
  const empty = fastify({ logger: false });
  empty.get('/empty', async () => ({}));
  const emptyUrl = await empty.listen({ host: '127.0.0.1', port: 0 });
  const emptyRate = await askFor(emptyUrl, '/empty', headers);
  const ourRate = await askFor(server.url, `${base}/job/${jobId}/progress`, headers);
  await empty.close();
  await server.close(1_000);
  return { ours: ourRate, empty: emptyRate };
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

const rounds = [0, 1, 2];
const bare: number[] = [];
const ours: number[] = [];
for (const round of rounds) {
  bare.push(bareInserts(round));
  ours.push(ingest(round));
}
const asked = await requests();
process.stdout.write(
  JSON.stringify({
    bareInserts: median(bare),
    ingested: median(ours),
    empty: asked.empty,
    progress: asked.ours,
  }),
);
rmSync(folder, { recursive: true, force: true });
