import { lookup } from 'node:dns/promises';
import { isIP, type Socket, connect as tcpConnect } from 'node:net';
import { type TLSSocket, connect as tlsConnect } from 'node:tls';
import type { Probe, ProbeLimits } from '../../ports/probe.js';
import { startLimit } from './limit.js';

/** This machine's own resolver and sockets. */
export const systemProbe: Probe = {
  lookup: (host, limits) =>
    within(limits, async () => {
      const found = await lookup(host, { all: true });
      return found.map(({ address }) => address);
    }),
  connect: (target, limits) =>
    open(
      limits,
      'connect',
      () => tcpConnect(target),
      (socket) => socket.remoteAddress ?? target.host,
    ),
  handshake: (target, limits) => {
    // A server name that is an address is forbidden (RFC 6066 §3).
    const servername = isIP(target.host) === 0 ? { servername: target.host } : {};
    return open(limits, 'secureConnect', () => tlsConnect({ ...target, ...servername }), tlsFacts);
  },
};

const tlsFacts = (socket: TLSSocket) => ({
  protocol: socket.getProtocol() ?? 'TLS',
  validUntilMs: Date.parse(socket.getPeerCertificate().valid_to),
});

/** Waits for a socket's event, says what is known of the socket then, and closes it whatever happens. */
function open<S extends Socket, Facts>(
  limits: ProbeLimits,
  event: 'connect' | 'secureConnect',
  connect: () => S,
  facts: (socket: S) => Facts,
): Promise<Facts> {
  let socket: S | undefined;
  const opened = within(
    limits,
    () =>
      new Promise<Facts>((resolve, reject) => {
        const opening = connect();
        socket = opening;
        opening.on('error', reject);
        opening.once(event, () => resolve(facts(opening)));
      }),
  );
  return opened.finally(() => socket?.destroy());
}

async function within<T>({ timeoutMs, signal }: ProbeLimits, work: () => Promise<T>): Promise<T> {
  const timedOut = (): Error => Object.assign(new Error('timed out'), { code: 'ETIMEDOUT' });
  const limit = startLimit(timeoutMs, timedOut, signal);
  const ended = new Promise<never>((_resolve, reject) => {
    limit.signal.addEventListener('abort', () => reject(limit.signal.reason), { once: true });
    if (limit.signal.aborted) reject(limit.signal.reason);
  });
  try {
    return await Promise.race([ended, work()]);
  } finally {
    limit.end();
  }
}
