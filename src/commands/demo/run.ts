import { randomUUID } from 'node:crypto';
import type { Client } from '../../client/types.js';
import type { Connection } from '../../config/require.js';
import type { Context } from '../../context.js';
import { writeLines } from '../../output/writing.js';
import type { Ending } from '../../ports/system.js';
import { inline } from '../../render/safe-text.js';
import { localProject } from '../local-project.js';
import { createDelivery } from '../run/delivery.js';
import { followJob } from './follow-job.js';
import { outroView } from './view.js';

const GRACE_MS = 2_000;
const HEARTBEAT_MS = 10_000;

/** Opens a server in memory, tracks a real job with it, and shows it until it is done. */
export async function run(_options: undefined, context: Context): Promise<Ending> {
  // A signal ends the job, and the demo ends with it.
  context.linger(Number.POSITIVE_INFINITY);
  const { openServer } = await import('../../server/open-server.js');
  const server = await openServer({
    file: ':memory:',
    host: '127.0.0.1',
    port: 0,
    ...localProject,
    clock: context.clock,
    onFailure: (failure) => void context.note(inline(String(failure))),
  });
  const { url, token } = server;
  const connection = { url, token, tenantId: localProject.tenant, projectId: localProject.project };
  const client = await openClient(connection, context);
  try {
    await context.note(inline(context.messages.demo.intro));
    const ending = await trackAndShow(client, connection, context);
    const look = await context.look();
    if (ending === 0) await writeLines(context.io.stdout, outroView(look));
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

/** The demo's one job, and how it is reached. */
interface TrackedJob {
  client: Client;
  connection: Connection;
  jobId: string;
}

async function trackAndShow(
  client: Client,
  connection: Connection,
  context: Context,
): Promise<Ending> {
  const jobId = randomUUID();
  await client.register({ jobId, jobName: context.messages.demo.jobName, jobType: 'demo' });
  const job = trackJob({ client, connection, jobId }, context);
  await followJob({ client, jobId, ended: job, context });
  return (await job).ending;
}

/** The job is a command like any other: this program's own, with its hidden name. */
async function trackJob({ client, connection, jobId }: TrackedJob, context: Context) {
  const { runTracked } = await import('../../server/runner/run-tracked.js');
  const { clock, cwd, environment, program, takeSignals, undoable } = context;
  const [command = '', ...args] = program;
  return runTracked({
    command,
    args: [...args, '__demo-job'],
    cwd,
    environment,
    terminals: { stdin: false, stdout: false, stderr: false },
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
    takeSignals,
    undoable,
    onDelivering: () => {},
  });
}
