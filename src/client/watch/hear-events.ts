import type { Clock } from '../../ports/clock.js';
import { nudgesFrom } from '../events/nudges.js';
import type { Client } from '../types.js';

/** Who wants to hear, and until when. */
export interface Hearing {
  clock: Clock;
  random: () => number;
  /** Called when something may have happened to the job. */
  nudge: () => void;
  signal: AbortSignal;
}

/**
 * A client like this one, which hears of a job by the socket that the first answer about its progress names. Where there
 * is none, it never nudges.
 */
export function hearEvents(client: Client, { clock, random, nudge, signal }: Hearing): Client {
  let isHearing = false;
  return {
    ...client,
    progress: async (jobId, options) => {
      const answer = await client.progress(jobId, options);
      const { eventsUrl } = answer;
      if (eventsUrl !== undefined && !isHearing) {
        isHearing = true;
        nudgesFrom({ client, eventsUrl, clock, random })(nudge, signal);
      }
      return answer;
    },
  };
}
