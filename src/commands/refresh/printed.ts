import { createServerClock } from '../../client/watch/server-clock.js';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { errorText } from '../../i18n/error-text.js';
import { writeLines, writeNdjson } from '../../output/writing.js';
import { inline, safe } from '../../render/safe-text.js';
import { endingOf } from './ending.js';
import { type Round, rounds } from './rounds.js';
import type { Glimpse, Subject } from './subject.js';
import { withoutClocks } from './without-clocks.js';

/** Writes what was seen: called each time that it has changed. `nowMs` is the server's clock. */
type Write<Body> = (glimpse: Glimpse<Body>, nowMs: number) => Promise<void>;

/** Prints a view anew whenever what it shows has changed, below a line with the time, until it is final. */
export async function refreshPlain<Body>(
  subject: Subject<Body>,
  intervalMs: number,
  context: Context,
): Promise<ExitCode> {
  const looks = await context.looks();
  const rows = Number.POSITIVE_INFINITY;
  return refreshPrinted(subject, intervalMs, context, async ({ body }, nowMs) => {
    const look = looks({ nowMs });
    const time = safe`--- ${look.formats.time(nowMs)} ---`;
    await writeLines(context.io.stdout, [
      time,
      ...subject.view(body, { nowMs, seenMs: nowMs, rows }, look),
      safe``,
    ]);
  });
}

/** Prints a body a line whenever it has changed, until it is final. */
export const refreshNdjson = <Body>(
  subject: Subject<Body>,
  intervalMs: number,
  context: Context,
): Promise<ExitCode> =>
  refreshPrinted(subject, intervalMs, context, ({ body }) =>
    writeNdjson(context.io.stdout, [body]),
  );

async function refreshPrinted<Body>(
  subject: Subject<Body>,
  intervalMs: number,
  context: Context,
  write: Write<Body>,
): Promise<ExitCode> {
  const { clock, random, signal } = context;
  const serverClock = createServerClock(clock);
  const sayTrouble = createTroubleTeller(context);
  let written: string | undefined;
  let ending: ExitCode = exitCodes.done;
  for await (const round of rounds(subject, { clock, random, intervalMs, signal })) {
    await sayTrouble(round);
    if (round.type === 'trouble') continue;
    const { glimpse, sentMs } = round;
    serverClock.learn(sentMs, glimpse.serverTimeMs);
    ending = endingOf(glimpse);
    const text = withoutClocks(glimpse.body);
    const isFirst = written === undefined;
    if (text === written) continue;
    written = text;
    await write(glimpse, serverClock.now());
    if (isFirst) await subject.remark?.(glimpse.body);
  }
  return ending;
}

/** Says once when answers stay away, and once when they come again. */
function createTroubleTeller({ clock, messages, note, looks }: Context) {
  let sinceMs: number | undefined;
  return async (round: Round<unknown>): Promise<void> => {
    if (round.type === 'trouble') {
      if (sinceMs !== undefined) return;
      sinceMs = clock.now();
      const { what } = errorText(round.trouble.error, messages);
      await note(inline(messages.live.noAnswer(what)));
    } else if (sinceMs !== undefined) {
      const { duration } = (await looks())({}).formats;
      await note(inline(messages.live.answersAgain(duration(clock.now() - sinceMs))));
      sinceMs = undefined;
    }
  };
}
