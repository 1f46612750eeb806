import type { ServerResponse } from 'node:http';
import type { Duplex } from 'node:stream';

/** The answer that is being sent, or is still to be, on a connection. Node keeps it on its socket, and reads it there. */
export const answerUnderWay = (socket: Duplex): ServerResponse | undefined =>
  (socket as { _httpMessage?: ServerResponse | null })._httpMessage ?? undefined;
