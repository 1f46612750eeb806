import { randomUUID } from 'node:crypto';
import { findServeAgain } from '../../config/find-serve.js';
import type { Connection } from '../../config/require.js';
import type { Context } from '../../context.js';
import type { JobRegistration, Report, ReportReceipt } from '../../contract/index.js';
import { exitCodes } from '../../errors/index.js';
import { writeLines } from '../../output/writing.js';
import type { Ending } from '../../ports/system.js';
import { inline } from '../../render/safe-text.js';
import type { Deliver } from '../../server/runner/delivery.js';
import type { TrackedEnd } from '../../server/runner/run-tracked.js';
import { awaitStart } from './await-start.js';
import { findConnection, openClient, reportingEnvironment } from './connect.js';
import { createDelivery } from './delivery.js';
import type { RunOptions } from './options.js';

/** The server counts a job as lost after three of these in silence. */
const HEARTBEAT_SECONDS = 30;

/** Registers the job, waits for its turn, runs the command, and ends as the command did. */
export async function run(options: RunOptions, context: Context): Promise<Ending> {
  const settings = await context.settings();
  const connection = findConnection(settings);
  const jobId = options.id ?? randomUUID();
  const receipt = await register(options, jobId, context);
  const { words, say } = sayer(context);
  await say(words.job(jobId));
  await say(words.follow(`jobtrack watch ${jobId}`));
  // A closed stdout is for the command to notice, and ends nothing here.
  context.linger(Number.POSITIVE_INFINITY);
  const delivery = createDelivery({
    jobId,
    connection,
    open: (to) => openClient(to, context),
    findAgain: () => findServeAgain(settings, context),
  });
  try {
    const notBegun = await waitForStart(receipt, delivery.deliver, context);
    if (notBegun !== undefined) return notBegun;
    const end = await runCommand(
      options,
      { connection, jobId, deliver: delivery.deliver },
      context,
    );
    await tellEnd(end, context);
    return end.ending;
  } finally {
    await delivery.close();
  }
}

function sayer({ messages, note }: Context) {
  return { words: messages.run, say: (text: string) => note(inline(text)) };
}

async function register(
  { registration }: RunOptions,
  jobId: string,
  context: Context,
): Promise<ReportReceipt> {
  const { machineFacts } = await import('../../server/runner/machine.js');
  const client = await context.client();
  const whole: JobRegistration & { jobId: string } = {
    ...registration,
    ...machineFacts(),
    jobId,
    heartbeatSeconds: HEARTBEAT_SECONDS,
  };
  const { body } = await context.waiting(client.register(whole, { signal: context.signal }));
  return body;
}

/** How the program ends where the job never begins; `undefined` where it does. */
async function waitForStart(
  receipt: ReportReceipt,
  deliver: Deliver,
  context: Context,
): Promise<Ending | undefined> {
  const { words, say } = sayer(context);
  const interrupted = new AbortController();
  context.takeSignals((signal) => interrupted.abort(signal));
  const { clock } = context;
  const { signal } = interrupted;
  const answer = await awaitStart(receipt, { deliver, clock, words, say, signal });
  if (answer.kind === 'ended') {
    await say(words.notStarted(answer.reason));
    return answer.status === 'Cancelled' ? exitCodes.cancelled : exitCodes.failed;
  }
  if (answer.kind === 'start' && !signal.aborted) return undefined;
  const reason = `${signal.reason} before it started`;
  const cancelled: Report = { reportId: randomUUID(), type: 'finish', status: 'Cancelled', reason };
  await deliver([cancelled]);
  return signal.reason as NodeJS.Signals;
}

async function runCommand(
  { command, args }: RunOptions,
  job: { connection: Connection; jobId: string; deliver: Deliver },
  context: Context,
): Promise<TrackedEnd> {
  const { runTracked } = await import('../../server/runner/run-tracked.js');
  const { io, terminal, environment, cwd, clock, takeSignals, undoable } = context;
  const { words, say } = sayer(context);
  return runTracked({
    command,
    args,
    cwd,
    environment: { ...environment, ...reportingEnvironment(job.connection, job.jobId) },
    terminals: {
      stdin: io.stdin.isTTY,
      stdout: io.stdout.isTTY,
      stderr: io.stderr.isTTY,
      isInFront: terminal.isInFront(),
    },
    sink: async (stream, bytes) => {
      await io[stream].writeBytes(bytes);
      return !io[stream].closed.aborted;
    },
    deliver: job.deliver,
    heartbeatMs: (HEARTBEAT_SECONDS * 1_000) / 2,
    clock,
    takeSignals,
    undoable,
    onDelivering: (count) => void say(words.delivering(count)),
  });
}

/** A command that could not be started is an error, said also with --quiet; lost reports are a note. */
async function tellEnd({ notStarted, delivery }: TrackedEnd, context: Context): Promise<void> {
  const { words, say } = sayer(context);
  const { io, messages } = context;
  if (notStarted !== undefined) {
    await writeLines(io.stderr, [inline(`${messages.general.error} ${notStarted}`)]);
  }
  const { undelivered, leftOut, refused } = delivery;
  if (refused !== undefined) await say(words.refused(refused));
  else if (undelivered > 0) await say(words.undelivered(undelivered));
  if (leftOut > 0) await say(words.leftOut(leftOut));
}
