import { dirname, join, resolve } from 'node:path';
import { environmentLayer } from '../../config/layers.js';
import { serveStatePath } from '../../config/places.js';
import { readServeState } from '../../config/serve-state.js';
import { readToken } from '../../config/token-file.js';
import { isLoopback } from '../../config/url.js';
import type { Context } from '../../context.js';
import { JobtrackError } from '../../errors/index.js';
import { localProject } from '../local-project.js';
import type { ServeOptions } from './options.js';

/** Where a server keeps what, and for whom it is. */
export interface ServePlace {
  file: string;
  stateFile: string;
  /** Whether another server of this user runs already, which the other commands find instead of this one. */
  isSecond: boolean;
  tenant: string;
  project: string;
  token: string | undefined;
}

/**
 * Everything that a server needs to know before it opens.
 * @throws JobtrackError LISTEN_REFUSED, and the ones of reading a token file
 */
export async function findPlace(options: ServeOptions, context: Context): Promise<ServePlace> {
  refuseExposure(options);
  const { flags, environment, files, isAlive, cwd } = context;
  const usualState = serveStatePath(context);
  const file =
    options.db === undefined ? join(dirname(usualState), 'jobs.db') : resolve(cwd, options.db);
  const isSecond = (await readServeState(usualState, files, isAlive)) !== undefined;
  const given = environmentLayer(environment);
  return {
    file,
    stateFile: isSecond ? `${file}.serve.json` : usualState,
    isSecond,
    tenant: flags.tenant ?? given.tenant?.value ?? localProject.tenant,
    project: flags.project ?? given.project?.value ?? localProject.project,
    token:
      flags.tokenFile === undefined
        ? given.token?.value
        : await readToken(flags.tokenFile, '--token-file', context),
  };
}

/** Whether only this machine can reach a server that listens there. */
export const isLocal = (host: string): boolean =>
  isLoopback(`http://${host.includes(':') ? `[${host}]` : host}`);

function refuseExposure({ host, isExposureAccepted }: ServeOptions): void {
  if (isExposureAccepted || isLocal(host)) return;
  throw new JobtrackError('LISTEN_REFUSED', { host, flag: '--insecure-remote-access' });
}
