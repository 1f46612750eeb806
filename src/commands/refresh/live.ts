import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { runLive } from '../../output/live/run-live.js';
import type { Key } from '../../ports/terminal.js';
import { endingOf } from './ending.js';
import { createPause } from './pause.js';
import { rounds } from './rounds.js';
import { createScene } from './scene.js';
import type { Subject } from './subject.js';

/**
 * Paints a view in place, until what it shows is final or the user leaves it with `q`. The last view stays on the
 * terminal: all of it when it is final. Rejects for what no wait mends.
 */
export async function refreshLive<Body>(
  subject: Subject<Body>,
  intervalMs: number,
  context: Context,
): Promise<ExitCode> {
  const { clock, random, io, flags } = context;
  const looks = await context.looks();
  const scene = createScene(subject, clock);
  const pause = createPause();
  const stop = stopOf(context);
  // The token may come from standard input; then no key does.
  const hasKeys = io.stdin.isTTY && flags.tokenFile !== '-';
  const lookAt = (nowMs: number, columns: number) =>
    looks({ nowMs: nowMs + scene.skewMs(), columns });
  let room = { columns: 0, rows: 0 };
  const live = runLive(context, {
    draw: ({ columns, rows, nowMs }) => {
      room = { columns, rows };
      const moment = { nowMs, rows, intervalMs, isPaused: pause.isOn(), hasKeys };
      return { lines: scene.lines(moment, lookAt(nowMs, columns)) };
    },
    ...(hasKeys ? { onKey } : {}),
  });
  let isFinal = false;
  try {
    const ready = () => pause.over(stop.signal);
    const tools = { clock, random, intervalMs, signal: stop.signal, ready };
    for await (const round of rounds(subject, tools)) {
      const isFirst = scene.last() === undefined;
      scene.take(round);
      live.invalidate();
      if (isFirst && round.type === 'seen') await subject.remark?.(round.glimpse.body);
    }
    isFinal = true;
  } catch (error) {
    if (!stop.isLeft()) throw error;
  } finally {
    stop.end();
    const nowMs = clock.now();
    const rows = isFinal ? Number.POSITIVE_INFINITY : room.rows;
    await live.end(scene.view({ nowMs, rows }, lookAt(nowMs, room.columns)));
  }
  const last = scene.last();
  return isFinal && last !== undefined ? endingOf(last) : exitCodes.done;

  function onKey(key: Key): void {
    if (key === 'q') stop.leave();
    if (key !== 'p') return;
    pause.toggle();
    live.invalidate();
  }
}

/** What ends the looking: the program's own signal, or the user. */
function stopOf({ signal }: Pick<Context, 'signal'>) {
  const stop = new AbortController();
  const pass = (): void => stop.abort(signal.reason);
  signal.addEventListener('abort', pass);
  if (signal.aborted) pass();
  return {
    signal: stop.signal,
    leave: () => stop.abort(),
    isLeft: () => stop.signal.aborted && !signal.aborted,
    end: () => signal.removeEventListener('abort', pass),
  };
}
