import { fork } from 'node:child_process';
import { join } from 'node:path';
import { access, FIXED_JOB } from './data.mjs';

/**
 * Starts the server of prepared data.
 *
 * @param {string} home the home folder of whoever asks it
 * @returns {Promise<{ env: Record<string, string>, address: (path: string) => string, close: () => void }>} `env` leads
 * the program to the server and the job, `address` a script to one of the job's endpoints
 */
export async function startData(home) {
  const server = fork(join(import.meta.dirname, 'data-server.mjs'));
  const url = await new Promise((resolve, reject) =>
    server
      .once('message', resolve)
      .once('exit', (code) => reject(new Error(`the data server ended with ${code}`))),
  );
  const env = {
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_STATE_HOME: join(home, 'state'),
    TZ: 'UTC',
    LANG: 'C.UTF-8',
    JOBTRACK_URL: String(url),
    JOBTRACK_TENANT: access.tenant,
    JOBTRACK_PROJECT: access.project,
    JOBTRACK_TOKEN: access.token,
    JOBTRACK_JOB: FIXED_JOB,
  };
  const base = `${url}/api/${access.tenant}/${access.project}/execution/job/${FIXED_JOB}`;
  return { env, address: (path) => `${base}/${path}`, close: () => server.disconnect() };
}
