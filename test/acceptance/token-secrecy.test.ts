import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { accessTo, exampleEnvironment, runCli, temporaryFolder } from '../helpers/cli.js';
import { answerJson, type Handler, startServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';

const CANARY = 'canary-7f3a9c51';

const commands = [
  'progress',
  'logs',
  'timeline',
  'metrics',
  'batch',
  'deps',
  'config',
  'doctor',
  'watch --timeout 300ms',
  'watch --timeout 300ms -o ndjson',
];

const echo =
  (status: number): Handler =>
  (request, response) => {
    const said = String(request.headers.authorization);
    response.writeHead(status, { 'content-type': 'application/json', 'x-request-id': said });
    response.end(
      JSON.stringify({ error: { code: 'X', message: `you sent ${said}`, requestId: said } }),
    );
  };

const echoPage: Handler = (request, response) => {
  response.writeHead(502, { 'content-type': 'text/html' });
  response.end(`<html><title>${request.headers.authorization}</title></html>`);
};

const redirect: Handler = (request, response) => {
  response.writeHead(302, {
    location: `http://localhost:9/?seen=${request.headers.authorization}`,
  });
  response.end();
};

/** Twelve ways to fail, most of them with the token in the answer. */
const failures: readonly Handler[] = [
  echo(400),
  echo(401),
  echo(403),
  echo(404),
  echo(418),
  echo(429),
  echo(500),
  echoPage,
  redirect,
  answerJson(['not', 'it']),
  (request, response) => void response.end(`{"broken": "${request.headers.authorization}`),
  (_request, response) => void response.destroy(),
];

const filesBelow = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => readFileSync(join(item.parentPath, item.name), 'utf8'));

promise(
  'C7',
  'The token is never printed or stored openly',
  { full: 120, quick: 24 },
  async ({ count, fail }) => {
    const servers = await Promise.all(failures.map((handler) => startServer(handler)));
    for (let round = 0; round < count; round += 1) {
      const command = commands[round % commands.length] ?? '';
      // 5 has no divisor in common with 12: a smaller count still meets every failure.
      const failure = (round * 5 + Math.floor(round / commands.length)) % failures.length;
      const home = temporaryFolder();
      const run = await runCli([...command.split(' '), '--verbose', '--retries', '0'], {
        cwd: home,
        environment: {
          ...accessTo(servers[failure]?.url ?? ''),
          JOBTRACK_TOKEN: CANARY,
          HOME: home,
        },
      });
      const written = [run.stdout, run.stderr, ...filesBelow(home)].join('\n');
      if (written.includes(CANARY)) fail(`${command}, failure ${failure}: ${written}`);
    }
  },
);

test('login keeps the token in a file of mode 0600 in a folder of mode 0700, and prints none of it', async () => {
  const home = temporaryFolder();
  mkdirSync(join(home, 'config'));
  const environment = {
    ...(await exampleEnvironment()),
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
  };
  const {
    JOBTRACK_TOKEN: _token,
    JOBTRACK_URL,
    JOBTRACK_TENANT,
    JOBTRACK_PROJECT,
    ...rest
  } = environment as Record<string, string>;
  const args = [
    'login',
    '--url',
    JOBTRACK_URL ?? '',
    '--tenant',
    JOBTRACK_TENANT ?? '',
    '--project',
    JOBTRACK_PROJECT ?? '',
  ];
  const run = await runCli(args, { environment: rest, input: `${CANARY}\n` });
  expect(run).toMatchObject({ code: 0 });
  expect(run.stdout + run.stderr).not.toContain(CANARY);
  const folder = join(home, 'config/jobtrack');
  expect(statSync(folder).mode & 0o777).toBe(0o700);
  expect(statSync(join(folder, 'config.json')).mode & 0o777).toBe(0o600);
  const shown = await runCli(['config'], { environment: rest });
  expect(shown.stdout).not.toContain(CANARY);
});
