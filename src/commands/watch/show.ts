import type { Context } from '../../context.js';
import type { VerdictEvent } from '../../domain/events/job-event.js';
import { exitCodes } from '../../errors/index.js';
import { ringBell } from '../../output/bell.js';
import type { Ending } from '../../ports/system.js';
import { placeWords } from '../place-words.js';
import { earlyEnding } from '../until-ended.js';
import { paintWatch } from './live.js';
import type { Manner } from './manner.js';
import { createJsonTeller, createNdjsonTeller } from './ndjson.js';
import { createPlainTeller } from './plain/teller.js';
import { type Teller, tellAll } from './tell.js';
import { eventsOf, steadyControls, type Watching } from './watching.js';

/** How showing a watch ended. */
export interface Shown {
  /** With the verdict's exit code; with 0 when the user has left the view or nobody reads any more; by a signal. */
  ending: Ending;
  /** `undefined` when the watch was left before. */
  verdict?: VerdictEvent;
}

/** Shows a watch until its verdict, or until it is left. Rejects as the watch does. */
export async function showWatch(
  watching: Watching,
  manner: Manner,
  context: Context,
): Promise<Shown> {
  try {
    const verdict =
      manner.form === 'live'
        ? await paintWatch(watching, manner, context)
        : await tellWatch(watching, manner, context);
    return verdict === undefined
      ? { ending: exitCodes.done }
      : { ending: verdict.exitCode, verdict };
  } catch (error) {
    if (!context.signal.aborted) throw error;
    return { ending: earlyEnding(context.signal) };
  }
}

type Told = Exclude<Manner, { form: 'live' }>;

async function tellWatch(
  watching: Watching,
  { form, ringsBell }: Told,
  context: Context,
): Promise<VerdictEvent | undefined> {
  const { clock, signal, io } = context;
  const events = eventsOf(watching, steadyControls(watching), context, signal);
  const teller = await createTeller(form, context);
  const verdict = await tellAll({ jobIds: watching.jobIds, events, clock }, teller);
  // Not on stdout: what is written there is data, also on a terminal.
  if (ringsBell) await ringBell(io.stderr);
  return verdict;
}

async function createTeller(
  form: Told['form'],
  { io: { stdout }, messages, looks, flags }: Context,
): Promise<Teller> {
  if (form === 'json') return createJsonTeller(stdout);
  if (form === 'ndjson') return createNdjsonTeller(stdout, messages);
  return createPlainTeller(stdout, (await looks())({ isPlain: true }), placeWords(flags));
}
