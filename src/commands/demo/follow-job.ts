import type { Client } from '../../client/types.js';
import type { Context } from '../../context.js';
import { isFinal, type LogEntry, type ProgressBody } from '../../contract/index.js';
import { createPainter } from '../../output/live/painter.js';
import { writeLines } from '../../output/writing.js';
import type { Look } from '../../render/look.js';
import type { SafeText } from '../../render/safe-text.js';
import { demoView, stepLine } from './view.js';

const REFRESH_MS = 500;

/** What following takes. */
export interface Following {
  client: Client;
  jobId: string;
  /** Settled when the job's command has ended, whatever the server knows of it. */
  ended: Promise<unknown>;
  context: Context;
}

/** One look at the job. */
interface Glance {
  body: ProgressBody;
  warnings: readonly LogEntry[];
  look: Look;
  nowMs: number;
}

/** Shows a job until it is done: painted in place on a terminal, a line a step elsewhere. */
export async function followJob(following: Following): Promise<void> {
  const { context } = following;
  const { terminal } = await context.look();
  const show = terminal ? paintInPlace(context) : printSteps(context);
  let hasEnded = false;
  void following.ended.finally(() => {
    hasEnded = true;
  });
  for (;;) {
    // Asked before the answer: what is answered after the end is the whole of it.
    const isLast = hasEnded;
    const glance = await glanceAt(following);
    const isOver = isLast || isFinal(glance.body.status);
    await show(glance, isOver);
    if (isOver) return;
    await context.clock.sleep(REFRESH_MS);
  }
}

async function glanceAt({ client, jobId, context }: Following): Promise<Glance> {
  const [progress, log] = await Promise.all([
    client.progress(jobId),
    client.logs(jobId, { level: 'WARN', limit: 100 }),
  ]);
  const nowMs = progress.serverTimeMs ?? context.clock.now();
  const look = await context.look(nowMs);
  return { body: progress.body, warnings: log.body.logs, look, nowMs };
}

type Show = (glance: Glance, isOver: boolean) => Promise<void>;

function paintInPlace({ io, undoable }: Context): Show {
  const painter = createPainter(io.stdout, undoable);
  return async ({ look, ...state }, isOver) => {
    const lines = demoView(state, look);
    if (isOver) await painter.end(lines);
    else await painter.paint(lines);
  };
}

function printSteps({ io }: Context): Show {
  let told: SafeText | undefined;
  return async ({ look, ...state }, isOver) => {
    if (isOver) return writeLines(io.stdout, demoView(state, look));
    const line = stepLine(state.body, look);
    if (line !== undefined && line !== told) await writeLines(io.stdout, [line]);
    told = line ?? told;
  };
}
