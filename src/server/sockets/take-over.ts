import type { IncomingMessage, Server } from 'node:http';
import type { Socket } from 'node:net';
import { answerUnderWay } from '../app/answer-under-way.js';

/** Takes a connection that HTTP has let go of. */
export type Taker = (request: IncomingMessage, socket: Socket, head: Buffer) => void;

/** How long the answer to an earlier request may take to be sent. */
const ANSWER_MS = 10_000;

/**
 * Has `take` called with every connection that asks for another protocol: Node lets HTTP go of them with nobody to hear
 * of an error, and while the answer to an earlier request may still have to be sent.
 */
export function takeOver(server: Server, take: Taker): void {
  server.on('upgrade', (request, stream, head) => {
    // Of a server that was made without another one, every connection is a socket of the system.
    const socket = stream as Socket;
    if (!socket.listeners('error').includes(destroyBroken)) socket.on('error', destroyBroken);
    const answer = answerUnderWay(socket);
    if (answer === undefined) return take(request, socket, head);
    const giveUp = (): void => void socket.destroy();
    socket.setTimeout(ANSWER_MS, giveUp);
    answer.once('close', () => {
      socket.setTimeout(0, giveUp);
      if (!socket.destroyed) take(request, socket, head);
    });
  });
}

/** A connection may be taken over more than once, and is listened to once. */
function destroyBroken(this: Socket): void {
  this.destroy();
}
