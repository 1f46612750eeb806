import { connect, type Socket } from 'node:net';
import { startTcpServer } from './tcp-server.js';

/** A way to a server that can be broken while it is used. It closes itself when the test ends. */
export interface Road {
  url: string;
  port: number;
  /** Leads new connections to another port from now on. */
  leadTo(port: number): void;
  /** What is connected now is led nowhere: nothing comes through in either direction, and nothing ends. */
  hole(): void;
  /** Ends what is connected now: `reset` without a word. */
  cut(how?: 'reset' | 'end'): void;
  /** How many connections there are. */
  readonly open: number;
}

export async function startRoad(targetPort: number): Promise<Road> {
  let target = targetPort;
  const pairs = new Set<readonly [Socket, Socket]>();
  const server = await startTcpServer((client) => {
    const far = connect(target, '127.0.0.1');
    const pair = [client, far] as const;
    pairs.add(pair);
    far.on('error', () => client.resetAndDestroy());
    client.on('close', () => {
      far.destroy();
      pairs.delete(pair);
    });
    far.on('close', () => {
      if (pairs.has(pair)) client.end();
    });
    client.pipe(far);
    far.pipe(client);
  });
  return {
    url: server.url,
    port: server.port,
    leadTo: (port) => {
      target = port;
    },
    hole: () => {
      for (const pair of pairs) {
        pairs.delete(pair);
        const [client, far] = pair;
        client.unpipe(far).pause();
        far.unpipe(client).pause();
      }
    },
    cut: (how = 'reset') => {
      for (const [client] of pairs) {
        if (how === 'reset') client.resetAndDestroy();
        else client.end();
      }
    },
    get open() {
      return pairs.size;
    },
  };
}
