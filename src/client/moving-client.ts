import { type ErrorCode, isJobtrackError } from '../errors/index.js';
import type { Client } from './types.js';

/** What a server that is somewhere else now looks like: nobody is there, or somebody who does not know the token. */
const GONE: ReadonlySet<ErrorCode> = new Set(['NETWORK', 'UNAUTHENTICATED']);

/**
 * A client of a server that may be started again at another address while it is asked. When a read finds it gone,
 * `reopen` is asked for a client of where it is now (`undefined`: nothing new is known), and the read is made once more.
 * What changes something is never made again.
 */
export function createMovingClient(
  first: Client,
  reopen: () => Promise<Client | undefined>,
): Client {
  let current = first;
  let moving: Promise<void> | undefined;
  const moveFrom = async (gone: Client): Promise<void> => {
    current = (await reopen()) ?? gone;
    if (current !== gone) await gone.close();
  };
  /** Whether there is another client now. Many may find the same one gone at the same time. */
  const move = async (gone: Client): Promise<boolean> => {
    if (current === gone) {
      moving ??= moveFrom(gone).finally(() => {
        moving = undefined;
      });
      await moving;
    }
    return current !== gone;
  };
  const read = async <T>(ask: (client: Client) => Promise<T>): Promise<T> => {
    const asked = current;
    try {
      return await ask(asked);
    } catch (error) {
      const isGone = isJobtrackError(error) && GONE.has(error.code);
      if (!isGone || !(await move(asked))) throw error;
      return ask(current);
    }
  };
  return {
    logs: (...args) => read((client) => client.logs(...args)),
    rawLogs: (...args) => read((client) => client.rawLogs(...args)),
    progress: (...args) => read((client) => client.progress(...args)),
    timeline: (...args) => read((client) => client.timeline(...args)),
    metrics: (...args) => read((client) => client.metrics(...args)),
    batch: (...args) => read((client) => client.batch(...args)),
    dependencies: (...args) => read((client) => client.dependencies(...args)),
    logPages: (...args) => current.logPages(...args),
    subscriptions: (...args) => read((client) => client.subscriptions(...args)),
    openSocket: (address, options) =>
      read((client) => client.openSocket(client === first ? address : pathOf(address), options)),
    unsubscribe: (...args) => current.unsubscribe(...args),
    subscribe: (...args) => current.subscribe(...args),
    register: (...args) => current.register(...args),
    report: (...args) => current.report(...args),
    close: () => current.close(),
  };
}

/** A socket of a server that has moved is where the server is now. */
function pathOf(address: string): string {
  if (!URL.canParse(address)) return address;
  const { pathname, search } = new URL(address);
  return `${pathname}${search}`;
}
