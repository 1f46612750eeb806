import type { LogEntry } from '../../contract/index.js';
import type { SeenEvent, VerdictEvent } from '../../domain/events/job-event.js';
import { summarize } from '../../domain/events/summary.js';
import { type Decision, decideTimeout } from '../../domain/events/verdict.js';
import type { JobState, WatchState } from '../../domain/events/watch-state.js';
import { JobtrackError } from '../../errors/index.js';
import { createLogFollower } from '../follow/create-log-follower.js';
import type { Client, ReadOptions } from '../types.js';
import type { Telling } from './look.js';
import { type PatienceTools, patiently } from './patiently.js';
import type { ServerClock } from './server-clock.js';

/** What the end of a watch is told with. Nothing that is read for it is needed: what can't be had is left out. */
export interface EndingTools extends PatienceTools {
  client: Client;
  serverClock: ServerClock;
  state: () => WatchState;
}

/** The last entries at ERROR that a verdict brings. */
const ERRORS_MAX = 5;

/**
 * Tells the verdict, with what explains it: of a single job its final figures, of one that failed the last errors of
 * its log. Of several jobs that have all completed, no single one explains anything.
 */
export async function* end(tools: EndingTools, decision: Decision): Telling {
  const { serverClock, state } = tools;
  const isSingle = state().jobs.length === 1;
  if (isSingle) yield await finalMetrics(tools, jobOf(state(), decision));
  const isExplained = isSingle || decision.state !== 'Completed';
  const explanation = isExplained ? await explain(tools, decision) : {};
  yield [{ type: 'verdict', atMs: serverClock.now(), ...decision, ...explanation }];
}

/** The verdict on a watch whose time has passed, with what is known without asking. */
export function endInTime({ serverClock, state }: EndingTools, hasAnswer: boolean): VerdictEvent {
  const atMs = serverClock.now();
  const decision = decideTimeout(state(), hasAnswer);
  return {
    type: 'verdict',
    atMs,
    ...decision,
    ...(state().jobs.length === 1 ? summarize(jobOf(state(), decision), atMs) : {}),
  };
}

async function finalMetrics(tools: EndingTools, job: JobState): Promise<SeenEvent[]> {
  const { client, serverClock } = tools;
  const { jobId, missing } = job;
  const answer = await ifThere(() => client.metrics(jobId, {}, how(tools)), tools);
  if (answer === undefined) return [];
  const seen: SeenEvent = {
    type: 'seen',
    jobId,
    atMs: serverClock.now(),
    skewMs: serverClock.skewMs(),
    metrics: answer.body,
    ...(missing === undefined ? {} : { missing }),
  };
  return [seen];
}

async function explain(tools: EndingTools, decision: Decision): Promise<Partial<VerdictEvent>> {
  const job = jobOf(tools.state(), decision);
  const { client } = tools;
  const answer =
    job.progress === undefined
      ? await ifThere(() => client.progress(job.jobId, how(tools)), tools)
      : undefined;
  const known = answer === undefined ? job : { ...job, progress: answer.body };
  const summary = summarize(known, tools.serverClock.now());
  if (decision.state !== 'Failed') return summary;
  const lastErrors = await readErrors(tools, job.jobId);
  return lastErrors.length === 0 ? summary : { ...summary, lastErrors };
}

function jobOf({ jobs }: WatchState, { jobId }: Decision): JobState {
  const job = jobs.find((one) => one.jobId === jobId);
  if (job === undefined) throw new JobtrackError('INTERNAL', { reason: 'a verdict on no job' });
  return job;
}

async function readErrors(tools: EndingTools, jobId: string): Promise<LogEntry[]> {
  const { client, signal } = tools;
  const follower = createLogFollower({ client, jobId, level: 'ERROR', tail: ERRORS_MAX });
  let entries: LogEntry[] = [];
  for (let hasMore = true; hasMore; ) {
    const reading = await ifThere(() => follower.read(signal), tools);
    const events = reading?.events ?? [];
    const fresh = events.flatMap((event) => (event.type === 'log' ? [event.entry] : []));
    entries = [...entries, ...fresh].slice(-ERRORS_MAX);
    hasMore = reading?.hasMore === true;
  }
  return entries;
}

/** What is read, or `undefined` when it can't be had. */
async function ifThere<T>(read: () => Promise<T>, tools: EndingTools): Promise<T | undefined> {
  const tried = await patiently(read, tools);
  return 'value' in tried ? tried.value : undefined;
}

/** Nothing at the end is tried again by the client itself, or there would be nine tries of each. */
const how = ({ signal }: EndingTools): ReadOptions => ({
  retries: 0,
  ...(signal === undefined ? {} : { signal }),
});
