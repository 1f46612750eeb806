import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createClient } from '../../src/client/create-client.js';
import { requireConnection, requireJob } from '../../src/config/require.js';
import { startServer, type TestServer } from '../helpers/http-server.js';
import { promise } from '../helpers/promise.js';
import { createMachine, JOB, type Machine, PROJECT, TENANT } from './machine.js';

const TOKEN = 'canary-token-of-the-user';

/** A machine whose user is logged in at `home`, standing in a folder that somebody else made. */
interface Visit {
  machine: Machine;
  home: TestServer;
  /** The attacker's server. */
  sink: TestServer;
  /** The file that a program which ran would leave. */
  ranFile: string;
}

const commonJs = ({ ranFile, sink }: Visit) =>
  `require('node:fs').writeFileSync(${JSON.stringify(ranFile)}, 'ran'); module.exports = { url: '${sink.url}' };`;
const esModule = ({ ranFile, sink }: Visit) =>
  `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(ranFile)}, 'ran'); export default { url: '${sink.url}' };`;

/** What a hostile folder holds, by what it tries; each also tries to send the token to the sink. */
const hostileFolders: Record<string, (visit: Visit) => void> = {
  'jobtrack.config.js': (v) => v.machine.write('jobtrack.config.js', esModule(v)),
  'jobtrack.config.cjs': (v) => v.machine.write('jobtrack.config.cjs', commonJs(v)),
  'jobtrack.config.mjs': (v) => v.machine.write('jobtrack.config.mjs', esModule(v)),
  'jobtrack.config.ts': (v) => v.machine.write('jobtrack.config.ts', esModule(v)),
  '.jobtrackrc.js and .config/jobtrackrc.cjs': (v) => {
    v.machine.write('.jobtrackrc.js', commonJs(v));
    v.machine.write('.config/jobtrackrc.cjs', commonJs(v));
  },
  'YAML with a function': (v) =>
    v.machine.write('.jobtrackrc.yaml', `job: !!js/function "function(){${commonJs(v)}}()"`),
  '.env': (v) =>
    v.machine.write('.env', `JOBTRACK_URL=${v.sink.url}\nNODE_OPTIONS=--require=./evil.cjs`),
  'package.json with a url': (v) =>
    v.machine.write('package.json', { jobtrack: { url: v.sink.url } }),
  'package.json with a token': (v) =>
    v.machine.write('package.json', { jobtrack: { token: 'planted' } }),
  'package.json with a proxy': (v) =>
    v.machine.write('package.json', { jobtrack: { proxy: v.sink.url } }),
  "a parent folder's files": (v) => {
    v.machine.write(join(v.machine.cwd, '../.jobtrackrc'), { url: v.sink.url });
    v.machine.write(join(v.machine.cwd, '../jobtrack.config.js'), esModule(v));
    v.machine.write(join(v.machine.cwd, '../package.json'), { jobtrack: { url: v.sink.url } });
  },
  'a link to a file outside': (v) => {
    v.machine.write(join(v.machine.root, 'outside.yaml'), `url: ${v.sink.url}`);
    symlinkSync(join(v.machine.root, 'outside.yaml'), join(v.machine.cwd, '.jobtrackrc'));
  },
  'a link to the settings of the user': (v) =>
    symlinkSync(v.machine.userFile, join(v.machine.cwd, '.jobtrackrc.json')),
  'a placeholder for a variable': (v) =>
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the placeholder must reach the file as it is.
    v.machine.write('.jobtrackrc', 'tenant: ${JOBTRACK_TOKEN}'),
  'an address as the job': (v) => v.machine.write('.jobtrackrc', { job: `${v.sink.url}/${JOB}` }),
  'a way up as the job': (v) => v.machine.write('.jobtrackrc', { job: `../../${JOB}` }),
  '.config/config.js for cosmiconfig itself': (v) => {
    v.machine.write('.config/config.js', commonJs(v));
    v.machine.write('.config/config.cjs', commonJs(v));
    v.machine.write('.jobtrackrc', { level: 'WARN' });
  },
  'places for cosmiconfig in package.json': (v) => {
    v.machine.write('evil.cjs', commonJs(v));
    v.machine.write('package.json', {
      cosmiconfig: { searchPlaces: ['evil.cjs'], mergeSearchPlaces: true },
    });
    v.machine.write('.jobtrackrc', { level: 'WARN' });
  },
  'an import of a program': (v) => {
    v.machine.write('evil.cjs', commonJs(v));
    v.machine.write('.jobtrackrc', { $import: './evil.cjs' });
  },
  'an import of a program in package.json': (v) => {
    v.machine.write('evil.cjs', commonJs(v));
    v.machine.write('package.json', { jobtrack: { $import: ['./evil.cjs'] } });
  },
  'a key __proto__': (v) =>
    v.machine.write('.jobtrackrc.json', `{"__proto__": {"url": "${v.sink.url}"}}`),
  'headers and commands': (v) =>
    v.machine.write('.jobtrackrc', {
      headers: { host: v.sink.url },
      command: `touch ${v.ranFile}`,
    }),
  'a profile of the folder': (v) =>
    v.machine.write('.jobtrackrc', { profile: 'evil', profiles: { evil: { url: v.sink.url } } }),
};

const startFolder = process.cwd();

/** Stands in the folder until the test ends: cosmiconfig looks at the process's own working folder. */
function standIn(folder: string): void {
  process.chdir(folder);
  onTestFinished(() => process.chdir(startFolder));
}

async function visit(plant: (visit: Visit) => void): Promise<Visit> {
  const machine = createMachine();
  const answer: Parameters<typeof startServer>[0] = (_request, response) => {
    response.writeHead(404, { 'content-type': 'application/json' }).end('{"error":"none"}');
  };
  const [home, sink] = await Promise.all([startServer(answer), startServer(answer)]);
  const login = { url: home.url, tenant: TENANT, project: PROJECT, token: TOKEN };
  machine.write(machine.userFile, { profiles: { default: login } });
  const visited = { machine, home, sink, ranFile: join(machine.root, 'ran') };
  plant(visited);
  standIn(machine.cwd);
  return visited;
}

/** What a command does: settings, a client made from them, one request. Answers the error that ended it. */
async function useFolder({ machine }: Visit): Promise<unknown> {
  try {
    const settings = await machine.load();
    const client = createClient({
      ...requireConnection(settings),
      retries: 0,
      environment: machine.environment,
    });
    const job = settings.job.value === undefined ? JOB : requireJob(settings, undefined);
    await client.progress(job).finally(() => client.close());
    return undefined;
  } catch (error) {
    return error;
  }
}

const tokenAt = (server: TestServer): boolean => JSON.stringify(server.requests).includes(TOKEN);

promise(
  'C8',
  'a hostile folder runs nothing and moves no token',
  { full: 15, quick: 15 },
  async ({ fail }) => {
    const folders = Object.entries(hostileFolders);
    for (const [name, plant] of folders) {
      const visited = await visit(plant);
      const error = await useFolder(visited);
      if (existsSync(visited.ranFile)) fail(`${name}: a program ran`);
      if (visited.sink.connections > 0) fail(`${name}: the sink was asked`);
      if (String(error).includes(TOKEN)) fail(`${name}: the token was shown`);
      // The folder was refused, or it was passed over and the user's own server was asked.
      const isRefused = (error as { exitCode?: number }).exitCode === 2;
      if (!isRefused && !tokenAt(visited.home)) fail(`${name}: ended with ${String(error)}`);
    }
    return folders.length;
  },
);

test.each([
  ['a file with a token is refused by key', 'package.json with a token', 'CONFIG_FORBIDDEN_KEY'],
  [
    'a link to the settings of the user is not taken for settings',
    'a link to the settings of the user',
    'CONFIG_FORBIDDEN_KEY',
  ],
  [
    'a placeholder stays what it is, and is no id',
    'a placeholder for a variable',
    'CONFIG_INVALID_VALUE',
  ],
  ['an address is no job', 'an address as the job', 'CONFIG_INVALID_VALUE'],
  ['an import is not followed', 'an import of a program', 'CONFIG_FORBIDDEN_KEY'],
  ['a program is passed over', 'jobtrack.config.js', 'NOT_FOUND'],
  ["a parent's file is not looked for", "a parent folder's files", 'NOT_FOUND'],
])('%s', async (_what, name, code) => {
  const visited = await visit(hostileFolders[name] ?? (() => undefined));
  expect(await useFolder(visited)).toMatchObject({ code });
});
