import { isIP } from 'node:net';
import { classOfAddress } from './address-class.js';

/** Whom the server may be made to call. */
export interface Guard {
  /** Whether a connection to an address may be opened. */
  allows(address: string): boolean;
  /** Whether an address of the web can be refused as it stands, before anybody is asked what its name means. */
  refusesAtSight(url: URL): boolean;
}

/**
 * Lets connections out to the internet, and to this machine where that is allowed; to private networks never. Whoever may
 * subscribe could otherwise have the server ask what only the server can reach.
 */
export function createGuard({ allowsLoopback }: { allowsLoopback: boolean }): Guard {
  const allows = (address: string): boolean => {
    const found = classOfAddress(address);
    return found === 'public' || (found === 'loopback' && allowsLoopback);
  };
  return {
    allows,
    refusesAtSight: ({ hostname }) => {
      const host = bareHost(hostname);
      return isIP(host) === 0 ? isLocalhost(host) && !allowsLoopback : !allows(host);
    },
  };
}

/** A host as sockets take it: addresses of version 6 without the brackets that they have in a URL. */
export const bareHost = (hostname: string): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** RFC 6761, section 6.3: these names mean this machine, whatever a resolver answers. */
const isLocalhost = (name: string): boolean => /^(?:.+\.)?localhost\.?$/i.test(name);

/** No connection was opened, because nobody but insiders can reach the address. It is not told which address that was. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
  readonly code = 'ADDRESS_REFUSED';
}
