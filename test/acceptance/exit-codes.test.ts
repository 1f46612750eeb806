import { createServer } from 'node:net';
import { describe, expect, test } from 'vitest';
import { accessTo, exampleEnvironment, type RunOptions, runCli } from '../helpers/cli.js';
import { answerJson, type Handler, startServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';

const OTHER_JOB = 'ffffffff-e29b-41d4-a716-446655440000';

/** The environment that leads to a server which answers everything alike. */
async function answering(handler: Handler): Promise<Record<string, string>> {
  const server = await startServer(handler);
  return { ...accessTo(server.url), JOBTRACK_TEST: '1' };
}

const failing = (status: number, headers: Record<string, string> = {}) =>
  answering(answerJson({ error: { code: 'X', message: 'no' } }, status, headers));

const page: Handler = (_request, response) => {
  response.writeHead(200, { 'content-type': 'text/html' });
  response.end('<html><title>Welcome</title></html>');
};

const reset: Handler = (_request, response) => void response.destroy();

/** A job that has ended like that, and of which nothing else can be had. */
const jobThatHas =
  (status: string): Handler =>
  (request, response) => {
    const isProgress = /\/progress$/.test(request.path);
    response.writeHead(isProgress ? 200 : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isProgress ? { status, overallProgress: {} } : {}));
  };

async function deadPort(): Promise<Record<string, string>> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;
  await new Promise((resolve) => server.close(resolve));
  return accessTo(`http://127.0.0.1:${port}`);
}

const without = (environment: Record<string, string>, name: string): Record<string, string> =>
  Object.fromEntries(Object.entries(environment).filter(([key]) => key !== name));

/** What happens, and the exit code that docs/exit-codes.md promises for it. */
const scenarios: readonly [
  string,
  string,
  number,
  () => Promise<Record<string, string>>,
  Partial<RunOptions>?,
][] = [
  ['everything went well', 'progress', 0, exampleEnvironment],
  ['nothing was found, which is no failure', 'logs --grep nowhere', 0, exampleEnvironment],
  ['help was asked for', '--help', 0, deadPort],
  ['the version was asked for', '--version', 0, deadPort],
  [
    'an entry was found and --fail-on says that it matters',
    'logs --fail-on ERROR',
    1,
    exampleEnvironment,
  ],
  ['no such entry was found', 'logs --fail-on ERROR --grep batch', 0, exampleEnvironment],
  ['no command was given', '', 2, deadPort],
  ['an unknown command', 'progres', 2, deadPort],
  ['an unknown option', 'progress --jsn', 2, deadPort],
  ['a value that is not allowed', 'logs --level LOUD', 2, deadPort],
  ['an id that is no GUID', 'progress 42', 2, deadPort],
  ['one argument too many', `progress ${OTHER_JOB} ${OTHER_JOB}`, 2, deadPort],
  ['options that contradict each other', 'progress --json -o ndjson', 2, deadPort],
  ['no url anywhere', 'progress', 2, async () => without(await deadPort(), 'JOBTRACK_URL')],
  ['no job anywhere', 'progress', 2, async () => without(await deadPort(), 'JOBTRACK_JOB')],
  [
    'a broken environment variable',
    'progress',
    2,
    async () => ({ ...(await deadPort()), JOBTRACK_OUTPUT: 'xml' }),
  ],
  [
    'an unknown profile',
    'progress --profile nobody',
    2,
    async () => without(await deadPort(), 'JOBTRACK_URL'),
  ],
  ['the API refuses the request', 'progress', 2, () => failing(400)],
  [
    'a wrong token',
    'progress',
    4,
    async () => ({ ...(await exampleEnvironment()), JOBTRACK_TOKEN: 'wrong' }),
  ],
  ['no token', 'progress', 4, async () => without(await exampleEnvironment(), 'JOBTRACK_TOKEN')],
  ['no access', 'progress', 4, () => failing(403)],
  ['an unknown job', `progress ${OTHER_JOB}`, 5, exampleEnvironment],
  ['nobody listens', 'progress --retries 0', 6, deadPort],
  ['the connection breaks', 'progress --retries 0', 6, () => answering(reset)],
  ['the server fails', 'progress --retries 0', 6, () => failing(503)],
  ['too many requests', 'progress --retries 0', 6, () => failing(429, { 'retry-after': '120' })],
  ['a page instead of an answer', 'progress', 6, () => answering(page)],
  ['a list instead of an answer', 'progress', 6, () => answering(answerJson([]))],
  ["another endpoint's body", 'progress', 6, () => answering(answerJson({ logs: [] }))],
  ['a status that nobody documented', 'progress', 6, () => failing(418)],
  ['no answer in time', 'progress --request-timeout 300ms', 6, () => answering(() => {})],
  ['a watched job completes', 'watch', 0, () => answering(jobThatHas('Completed'))],
  ['a watched job fails', 'watch -o ndjson', 1, () => answering(jobThatHas('Failed'))],
  ['a watched job is cancelled', 'watch --json', 3, () => answering(jobThatHas('Cancelled'))],
  ['an interval that is too short', 'watch -i 1ms', 2, deadPort],
  ['a watch that is to be painted in a pipe', 'watch --mode tty', 2, exampleEnvironment],
  ['a watch of a job with an id that is none', `watch ${OTHER_JOB} 42`, 2, deadPort],
  ['a watch without access', 'watch', 4, () => failing(403)],
  ['a watch of an unknown job', `watch ${OTHER_JOB}`, 5, exampleEnvironment],
  ['a watch where nobody listens', 'watch --timeout 1s', 6, deadPort],
  ['a watch of a server that fails', 'watch --timeout 1s', 6, () => failing(503)],
  ['a watch that ends before the job', 'watch --timeout 5s', 124, exampleEnvironment],
];

promise(
  'C5',
  'Exit codes are a contract',
  { full: scenarios.length, quick: scenarios.length },
  async ({ fail }) => {
    const runs = scenarios.map(async ([what, line, expected, environment]) => {
      const args = line.split(' ').filter((word) => word !== '');
      const run = await runCli(args, { environment: await environment() });
      if (run.code !== expected) fail(`${what}: ${run.code} instead of ${expected}\n${run.stderr}`);
    });
    await Promise.all(runs);
    return runs.length;
  },
);

describe('what is said', () => {
  test('an error goes to stderr in two lines, and nothing to stdout', async () => {
    const environment = await exampleEnvironment();
    const run = await runCli(['progress', OTHER_JOB], { environment });
    expect(run.stdout).toBe('');
    expect(run.stderr).toBe(
      [
        `error: there is no job ${OTHER_JOB} (404): no job ${OTHER_JOB}`,
        'Check the id, and url, tenant and project with: jobtrack config',
        'request id req-1',
        '',
      ].join('\n'),
    );
  });

  test('with -o json it is one JSON object on stderr', async () => {
    const environment = await exampleEnvironment();
    const run = await runCli(['progress', OTHER_JOB, '--json'], { environment });
    expect(run.stdout).toBe('');
    expect(JSON.parse(run.stderr)).toEqual({
      error: {
        code: 'NOT_FOUND',
        message: `there is no job ${OTHER_JOB} (404): no job ${OTHER_JOB}`,
        status: 404,
        requestId: 'req-1',
      },
    });
  });

  test("it is said in the user's language", async () => {
    const run = await runCli(['progres', '--lang', 'tr']);
    expect(run.stderr).toContain('progress');
    expect(run.stderr).toMatch(/^hata: /);
  });

  test('an id is checked before anything is asked', async () => {
    const server = await startServer(answerJson({}));
    const run = await runCli(['progress', '42'], { environment: accessTo(server.url) });
    expect(run.stderr).toContain('"42" is not a GUID, such as');
    expect(server.requests).toEqual([]);
  });
});
