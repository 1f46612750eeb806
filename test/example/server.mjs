import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';

const fixtures = join(import.meta.dirname, '../fixtures/api');

/** When the documented examples were made: the server says so in every answer, so that all figures come out alike. */
const EXAMPLE_DATE = 'Sat, 20 Jan 2024 10:45:33 GMT';

/** Who may ask, and for what. */
export const exampleAccess = {
  token: 'example-token',
  tenant: '11111111-1111-4111-8111-111111111111',
  project: '22222222-2222-4222-8222-222222222222',
  job: 'cc0e8400-e29b-41d4-a716-446655440000',
};

const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'];

/**
 * Answers one request as the documentation's server would: the example bodies, a log that obeys its threshold and
 * limit, and errors in the documented form.
 *
 * @param {'ja' | 'tr'} language whose example bodies are served
 * @param {string} path with its query
 * @param {string | undefined} authorization
 * @returns {{ status: number, type: string, body: string }}
 */
function exampleAnswer(language, path, authorization) {
  const url = new URL(path, 'http://example');
  const { tenant, project, job, token } = exampleAccess;
  const base = `/api/${tenant}/${project}/execution`;
  if (authorization !== `Bearer ${token}`)
    return failure(401, 'UNAUTHENTICATED', 'the token is not valid');
  if (!url.pathname.startsWith(base)) return failure(404, 'NOT_FOUND', 'no such project');
  const [, kind, id, name] = url.pathname.slice(base.length).split('/');
  if (kind === 'tracking' && id === 'batch') return batch(language, url.searchParams);
  if (kind !== 'job' || id !== job) return failure(404, 'JOB_NOT_FOUND', `no job ${id}`);
  if (name === 'logs') return logs(language, url.searchParams);
  if (name === 'metrics') return metrics(language, url.searchParams);
  if (name === 'progress' || name === 'timeline' || name === 'dependencies') {
    return success(read(language, name));
  }
  return failure(404, 'NOT_FOUND', `no endpoint ${name}`);
}

/**
 * Serves the examples on the loopback address.
 *
 * @param {'ja' | 'tr'} language
 * @returns {Promise<{ url: string, close: () => void }>}
 */
export async function startExampleServer(language) {
  const server = createServer((request, response) => {
    const { status, type, body } = exampleAnswer(
      language,
      request.url ?? '/',
      request.headers.authorization,
    );
    response.writeHead(status, { 'content-type': type, date: EXAMPLE_DATE });
    response.end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {string} language @param {string} name */
const read = (language, name) =>
  JSON.parse(readFileSync(join(fixtures, language, `${name}.json`), 'utf8'));

/** @param {unknown} body */
const success = (body) => ({ status: 200, type: 'application/json', body: JSON.stringify(body) });

/** @param {number} status @param {string} code @param {string} message */
const failure = (status, code, message) => ({
  status,
  type: 'application/json',
  body: JSON.stringify({ error: { code, message, requestId: 'req-1' } }),
});

/** @param {string} language @param {URLSearchParams} query */
function logs(language, query) {
  const body = read(language, 'logs');
  const least = levels.indexOf(query.get('level') ?? 'INFO');
  const limit = Number(query.get('limit') ?? 1000);
  body.logs = body.logs
    .filter((/** @type {{ level: string }} */ entry) => levels.indexOf(entry.level) >= least)
    .slice(0, limit);
  if (query.get('format') !== 'raw') return success(body);
  const lines = body.logs.map(
    (/** @type {{ timestamp: string, level: string, message: string }} */ entry) =>
      `${entry.timestamp} ${entry.level} ${entry.message}\n`,
  );
  return { status: 200, type: 'text/plain; charset=utf-8', body: lines.join('') };
}

/** @param {string} language @param {URLSearchParams} query */
function metrics(language, query) {
  const { historicalMetrics, ...body } = read(language, 'metrics');
  return success(query.get('includeHistory') === 'true' ? { ...body, historicalMetrics } : body);
}

/** @param {string} language @param {URLSearchParams} query */
function batch(language, query) {
  const body = read(language, 'batch');
  if (query.get('includeMetrics') !== 'true') {
    for (const job of body.jobs) delete job.resourceUsage;
  }
  return success(body);
}
