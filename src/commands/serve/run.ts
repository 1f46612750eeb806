import { removeServeState, writeServeState } from '../../config/serve-state.js';
import type { Context } from '../../context.js';
import { isJobtrackError, JobtrackError } from '../../errors/index.js';
import { writeLines, writeNdjson } from '../../output/writing.js';
import type { Ending } from '../../ports/system.js';
import { inline } from '../../render/safe-text.js';
import { untilEnded } from '../until-ended.js';
import type { ServeOptions } from './options.js';
import { findPlace, isLocal, type ServePlace } from './place.js';
import { servingView } from './view.js';

/** How long requests that are under way are given when the server is to end; the rest of ten seconds is for closing. */
const GRACE_MS = 8_000;
const LINGER_MS = 10_000;

/** Serves until a signal asks for the end, and then ends by that signal. */
export async function run(options: ServeOptions, context: Context): Promise<Ending> {
  const place = await findPlace(options, context);
  const server = await open(options, place, context);
  context.linger(LINGER_MS);
  const { files, pid } = context;
  try {
    const { tenant, project, stateFile } = place;
    const { url, token } = server;
    await writeServeState(stateFile, { url, tenant, project, token, pid }, files);
    await tellReady({ url, place, options }, context);
    const ending = await untilEnded(context.signal);
    await context.note(inline(context.messages.serve.stopping));
    await server.close(GRACE_MS);
    return ending;
  } finally {
    await removeServeState(place.stateFile, pid, files);
  }
}

async function open(options: ServeOptions, place: ServePlace, context: Context) {
  const { openServer } = await import('../../server/open-server.js');
  const { host, port, maxRunning } = options;
  try {
    return await openServer({
      ...place,
      host,
      port,
      maxRunning,
      allowsLoopbackWebhooks: allowsLoopbackWebhooks(options),
      clock: context.clock,
      onFailure: (failure, requestId) => tellFailure(failure, requestId, context),
    });
  } catch (error) {
    if (isJobtrackError(error)) throw error;
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new JobtrackError('LISTEN_FAILED', { address: `${host}:${port}`, reason });
  }
}

/** What is said of a server that has begun. */
interface Ready {
  url: string;
  place: ServePlace;
  options: ServeOptions;
}

async function tellReady({ url, place, options }: Ready, context: Context): Promise<void> {
  const { messages, pid, io } = context;
  const { tenant, project, stateFile } = place;
  const isForPeople = (await context.form()) === 'human';
  // One line in both forms of JSON, also on a terminal: whoever reads it waits for a line.
  if (!isForPeople) await writeNdjson(io.stdout, [{ url, tenant, project, stateFile, pid }]);
  else await writeLines(io.stdout, servingView({ url, ...place }, await context.look()));
  if (place.isSecond) await context.note(inline(messages.serve.stateElsewhere(stateFile)));
  if (!isLocal(options.host)) await context.note(inline(messages.serve.exposed));
  if (allowsLoopbackWebhooks(options)) await context.note(inline(messages.serve.loopbackWebhooks));
}

/** A server that only this machine can reach gives nobody a way in that they don't have. */
const allowsLoopbackWebhooks = (options: ServeOptions): boolean =>
  options.allowsLoopbackWebhooks || isLocal(options.host);

function tellFailure(failure: unknown, requestId: string | undefined, context: Context): void {
  const reason = failure instanceof Error ? failure.message : String(failure);
  const id = requestId === undefined ? '' : ` (${context.messages.general.requestId(requestId)})`;
  void context.note(inline(`${context.messages.general.error} ${reason}${id}`));
}
