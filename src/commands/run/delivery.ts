import type { Client } from '../../client/types.js';
import type { Connection } from '../../config/require.js';
import { isJobtrackError } from '../../errors/index.js';
import type { Deliver, Delivered } from '../../server/runner/delivery.js';

/** What deliveries are made with. */
export interface DeliveryParts {
  jobId: string;
  connection: Connection;
  open: (connection: Connection) => Client;
  /** Where the server is by now; `undefined` where nothing new is known. */
  findAgain: () => Promise<Connection | undefined>;
}

/** The statuses of a batch that a smaller one may not have: a field that is wrong, too many bytes. */
const UNFIT: ReadonlySet<number | undefined> = new Set([400, 413, 422]);

/** Delivers over a client, and over another one when the server has moved. */
export function createDelivery({ jobId, connection, open, findAgain }: DeliveryParts): {
  deliver: Deliver;
  close: () => Promise<void>;
} {
  let current = connection;
  let client = open(current);
  const move = async (): Promise<void> => {
    const found = await findAgain();
    if (found === undefined || (found.url === current.url && found.token === current.token)) return;
    await client.close();
    current = found;
    client = open(current);
  };
  return {
    deliver: async (reports) => {
      try {
        const { body } = await client.report(jobId, reports);
        return { kind: 'taken', receipt: body };
      } catch (error) {
        const delivered = deliveredOf(error);
        if (delivered.kind === 'later') await move();
        return delivered;
      }
    },
    close: () => client.close(),
  };
}

/** What an error says of a batch. Whatever is not known to be final may pass: a report is not given up lightly. */
function deliveredOf(error: unknown): Delivered {
  if (!isJobtrackError(error, 'REQUEST_REFUSED')) return { kind: 'later' };
  const { status, facts } = error;
  const reason = facts.detail ?? String(status);
  return UNFIT.has(status) ? { kind: 'unfit', reason } : { kind: 'refused', reason };
}
