import { isIP } from 'node:net';
import { Agent, buildConnector, type Dispatcher } from 'undici';
import { createCheckedLookup, type Resolve } from './checked-lookup.js';
import { AddressRefused, bareHost, type Guard } from './guard.js';

const CONNECT_MS = 10_000;

/** How long a connection is kept for the next event: most receivers keep theirs longer, and so none is used that they just closed. */
const KEEP_ALIVE_MS = 4_000;

/**
 * Connections to allowed addresses only: the check is made for every connection, at the moment of opening it, on the
 * address that it goes to. An address in the place of a name is never looked up, so it is checked by itself.
 */
export function createGuardedAgent(guard: Guard, resolve: Resolve): Dispatcher {
  const connect = buildConnector({
    timeout: CONNECT_MS,
    lookup: createCheckedLookup(guard, resolve),
  });
  return new Agent({
    keepAliveTimeout: KEEP_ALIVE_MS,
    keepAliveMaxTimeout: KEEP_ALIVE_MS,
    connect: (options, callback) => {
      const host = bareHost(options.hostname);
      if (isIP(host) !== 0 && !guard.allows(host)) callback(new AddressRefused(), null);
      else connect(options, callback);
    },
  });
}
