import { type AddressInfo, createServer, type Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A server of bare connections for one test; `onConnection` decides what each is told. It closes itself. */
export async function startTcpServer(
  onConnection: (socket: Socket) => void,
): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const sockets = new Set<Socket>();
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => sockets.delete(socket));
    onConnection(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    });
  onTestFinished(close);
  return { url: `http://127.0.0.1:${port}`, port, close };
}

/** Answers the first request on a connection with exactly these bytes; `then` is what follows them. */
export const answerBytes =
  (bytes: string | Uint8Array, then: 'close' | 'reset' | 'silence' = 'close') =>
  (socket: Socket): void => {
    socket.once('data', () => {
      socket.write(bytes, () => {
        if (then === 'close') socket.end();
        if (then === 'reset') socket.resetAndDestroy();
      });
    });
  };
