import { randomUUID } from 'node:crypto';
import type { Client } from '../../client/types.js';
import type { Connection } from '../../config/require.js';
import type { Context } from '../../context.js';
import { exitCodes } from '../../errors/index.js';
import { writeLines } from '../../output/writing.js';
import type { Ending, EndingSignal } from '../../ports/system.js';
import { inline } from '../../render/safe-text.js';
import { localProject } from '../local-project.js';
import { createDelivery } from '../run/delivery.js';
import { chooseManner, type Manner } from '../watch/manner.js';
import { showWatch } from '../watch/show.js';
import { outroView } from './view.js';

const GRACE_MS = 2_000;
const HEARTBEAT_MS = 10_000;
const REFRESH_MS = 500;

/** Opens a server in memory, tracks a real job with it, and watches it until it is done. */
export async function run(_options: undefined, context: Context): Promise<Ending> {
  const wishes = { mode: 'auto', isFullscreen: false, ringsBell: false } as const;
  const manner = chooseManner(wishes, await context.form(), context);
  // A signal ends the job, and the demo ends with it.
  context.linger(Number.POSITIVE_INFINITY);
  const { openServer } = await import('../../server/open-server.js');
  const server = await openServer({
    file: ':memory:',
    host: '127.0.0.1',
    port: 0,
    ...localProject,
    allowsLoopbackWebhooks: true,
    clock: context.clock,
    onFailure: (failure) => void context.note(inline(String(failure))),
  });
  const { url, token } = server;
  const connection = { url, token, tenantId: localProject.tenant, projectId: localProject.project };
  const client = await openClient(connection, context);
  try {
    await context.note(inline(context.messages.demo.intro));
    const ending = await trackAndWatch({ client, connection }, manner, context);
    if (ending === exitCodes.done) await sayOutro(manner, context);
    return ending;
  } finally {
    await client.close();
    await server.close(GRACE_MS);
  }
}

async function openClient(connection: Connection, context: Context): Promise<Client> {
  const { createClient } = await import('../../client/create-client.js');
  const { clock, messages } = context;
  return createClient({ ...connection, clock, language: messages.language });
}

/** How the demo's own server is reached. */
interface Reach {
  client: Client;
  connection: Connection;
}

async function trackAndWatch(reach: Reach, manner: Manner, context: Context): Promise<Ending> {
  const { client } = reach;
  const jobId = randomUUID();
  await client.register({ jobId, jobName: context.messages.demo.jobName, jobType: 'demo' });
  const job = trackJob(reach, jobId, context);
  const watching = {
    client,
    jobIds: [jobId],
    until: 'all',
    failFast: false,
    timeoutMs: undefined,
    waitForStartMs: undefined,
    intervalMs: REFRESH_MS,
    logLevel: 'WARN',
  } as const;
  const { ending, verdict } = await showWatch(watching, manner, context);
  // Who leaves the view has seen enough: the job is there for nothing else.
  if (verdict === undefined) job.stop('SIGTERM');
  const jobEnding = await job.ended;
  return verdict === undefined ? ending : jobEnding;
}

/** The job is a command like any other: this program's own, with its hidden name. */
function trackJob(
  { client, connection }: Reach,
  jobId: string,
  context: Context,
): { ended: Promise<Ending>; stop: (signal: EndingSignal) => void } {
  const { clock, cwd, environment, program, takeSignals, undoable } = context;
  const [command = '', ...args] = program;
  // Who leaves at once does so before the command has begun: it is told as soon as it can be.
  let wish: EndingSignal | undefined;
  let tell = (_signal: EndingSignal): void => {};
  const begin = async (): Promise<Ending> => {
    const { runTracked } = await import('../../server/runner/run-tracked.js');
    const { ending } = await runTracked({
      command,
      args: [...args, '__demo-job'],
      cwd,
      environment,
      terminals: { stdin: false, stdout: false, stderr: false, isInFront: false },
      // What it prints is in its log; the terminal shows the view.
      sink: async () => true,
      deliver: createDelivery({
        jobId,
        connection,
        open: () => client,
        findAgain: async () => undefined,
      }).deliver,
      heartbeatMs: HEARTBEAT_MS,
      clock,
      takeSignals: (handler) => {
        tell = handler;
        takeSignals(handler);
        if (wish !== undefined) handler(wish);
      },
      undoable,
      onDelivering: () => {},
    });
    return ending;
  };
  const stop = (signal: EndingSignal): void => {
    wish = signal;
    tell(signal);
  };
  return { ended: begin(), stop };
}

/** What to try next: for people; programs get data alone. */
async function sayOutro({ form }: Manner, context: Context): Promise<void> {
  if (form === 'json' || form === 'ndjson') return;
  await writeLines(context.io.stdout, outroView(await context.look()));
}
