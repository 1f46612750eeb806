import type { LookupAddress } from 'node:dns';
import { lookup } from 'node:dns/promises';
import type { LookupFunction } from 'node:net';
import { AddressRefused, type Guard } from './guard.js';

/** Asks what a name means. */
export type Resolve = (name: string) => Promise<readonly LookupAddress[]>;

/** As every program of this machine asks: its own list of names first, then DNS. */
export const systemResolve: Resolve = (name) => lookup(name, { all: true });

/** How long a name may take: a resolver that is silent must not hold up everything else. */
const LOOKUP_MS = 5_000;

/**
 * The lookup of a socket that hands out allowed addresses only. The socket connects to one of exactly these, so a name
 * that means something else a moment later leads nowhere. A name that has none is refused.
 */
export function createCheckedLookup(
  guard: Pick<Guard, 'allows'>,
  resolve: Resolve,
  limitMs = LOOKUP_MS,
): LookupFunction {
  return (name, options, callback) => {
    withinTime(resolve(name), limitMs).then(
      (found) => {
        const allowed = found.filter(({ address }) => guard.allows(address));
        const [first] = allowed;
        if (first === undefined) callback(new AddressRefused(), '', 0);
        else if (options.all === true) callback(null, [...allowed]);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, '', 0),
    );
  };
}

function withinTime<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  const limit = AbortSignal.timeout(limitMs);
  return new Promise((resolve, reject) => {
    const giveUp = (): void =>
      reject(Object.assign(new Error('the name was not resolved in time'), { code: 'EAI_AGAIN' }));
    limit.addEventListener('abort', giveUp, { once: true });
    answer.then(resolve, reject).finally(() => limit.removeEventListener('abort', giveUp));
  });
}
