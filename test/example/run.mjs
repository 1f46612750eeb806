// `npm run example`: the commands at work on the documented example answers, served on this machine for that long.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { exampleAccess, startExampleServer } from './server.mjs';

const program = join(import.meta.dirname, '../../bin/jobtrack.js');

/** The commands to show; others can be given: `npm run example -- batch --metrics`. */
const given = process.argv.slice(2);
const shown =
  given.length > 0
    ? [given]
    : [['progress'], ['logs', '--level', 'WARN'], ['timeline', '--view', 'gantt'], ['batch']];

const server = await startExampleServer('ja');
for (const args of shown) {
  process.stdout.write(`\n$ jobtrack ${args.join(' ')}\n\n`);
  process.exitCode = await run(args, server.url);
}
server.close();

/**
 * @param {readonly string[]} args
 * @param {string} url
 * @returns {Promise<number>}
 */
function run(args, url) {
  const { token, tenant, project, job } = exampleAccess;
  const environment = {
    ...process.env,
    JOBTRACK_URL: url,
    JOBTRACK_TENANT: tenant,
    JOBTRACK_PROJECT: project,
    JOBTRACK_TOKEN: token,
    JOBTRACK_JOB: job,
  };
  const child = spawn(process.execPath, [program, '--tz', 'utc', ...args], {
    stdio: 'inherit',
    env: environment,
  });
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}
