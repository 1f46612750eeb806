import { instant } from '../../domain/instant.js';
import type { Client } from '../types.js';
import type { Ask } from './ask.js';
import type { HasLogged } from './stall-watch.js';
import { isBearable } from './trouble.js';

/** Asks a log for its newest entry since a moment: the cheapest question that tells whether there is one. */
export const createHasLogged =
  (client: Pick<Client, 'logs'>, ask: Ask): HasLogged =>
  async (jobId, sinceMs, signal) => {
    const fromTime = new Date(sinceMs).toISOString();
    try {
      const { body } = await ask(
        (how) => client.logs(jobId, { level: 'DEBUG', fromTime, limit: 1 }, how),
        signal,
      );
      // A server that does not heed `fromTime` answers with what is older.
      return body.logs.some(({ timestamp }) => (instant(timestamp) ?? sinceMs) >= sinceMs);
    } catch (error) {
      if (!isBearable(error)) throw error;
      return undefined;
    }
  };
