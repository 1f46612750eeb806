import { createServer } from 'node:http';
import { batchBody, depsBody, logPage, newestLogPage, timelineBody } from './bodies.mjs';

const access = {
  tenant: '11111111-1111-4111-8111-111111111111',
  project: '22222222-2222-4222-8222-222222222222',
  job: '00000000-0000-4000-8000-000000000001',
};

/** The job whose log is not numbered, and answered from its newest entry on. */
export const JOB_BY_TIME = '00000000-0000-4000-8000-000000000002';

/**
 * A server whose every answer is of one size, which is made before anybody asks. Logs alone come in pages.
 *
 * @param {number} size
 * @returns {Promise<{ environment: Record<string, string>, close: () => void }>}
 */
export async function serveSize(size) {
  const bodies = new Map([
    ['batch', JSON.stringify(batchBody(size))],
    ['dependencies', JSON.stringify(depsBody(size))],
    ['timeline', JSON.stringify(timelineBody(size))],
  ]);
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://growth');
    const [jobId = '', kind = ''] = pathname.split('/').slice(-2);
    const text = kind === 'logs' ? pageFor(size, jobId, searchParams) : bodies.get(kind);
    response.writeHead(text === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(text);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  return {
    environment: {
      JOBTRACK_URL: `http://127.0.0.1:${port}`,
      JOBTRACK_TENANT: access.tenant,
      JOBTRACK_PROJECT: access.project,
      JOBTRACK_JOB: access.job,
      JOBTRACK_TOKEN: 'growth-token',
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** @param {number} size @param {string} jobId @param {URLSearchParams} asked */
function pageFor(size, jobId, asked) {
  const limit = Number(asked.get('limit') ?? 1_000);
  if (jobId !== JOB_BY_TIME) return logPage(size, Number(asked.get('afterSequence') ?? 0), limit);
  return newestLogPage(size, {
    fromTime: asked.get('fromTime'),
    toTime: asked.get('toTime'),
    limit,
  });
}
