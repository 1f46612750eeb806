import type { Clock } from '../../ports/clock.js';
import type { Answer, ReadOptions } from '../types.js';
import type { ServerClock } from './server-clock.js';

/** One read of a watch, made with the options it is handed. */
export type Asking<Body> = (how: ReadOptions) => Promise<Answer<Body>>;

/**
 * Makes a read of a watch. It is asked for only if it has changed, and never tried again by the client itself: the
 * watch tries again, at its own pace (reliability, H1).
 */
export type Ask = <Body>(
  asking: Asking<Body>,
  signal: AbortSignal | undefined,
) => Promise<Answer<Body>>;

/** Reads that teach `serverClock`. */
export function createAsk(clock: Clock, serverClock: ServerClock): Ask {
  return async (asking, signal) => {
    const sentMs = clock.now();
    const answer = await asking({
      conditional: true,
      retries: 0,
      ...(signal === undefined ? {} : { signal }),
    });
    serverClock.learn(sentMs, answer.serverTimeMs);
    return answer;
  };
}
