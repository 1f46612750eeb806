import type { FastifyReply, FastifyRequest } from 'fastify';
import type { AppDeps } from './deps.js';

/** An answer that is held back. */
export interface HeldAnswer {
  jobId: string;
  /** For how long at most. */
  limitMs: number;
  /** Whether it is worth giving. Asked again when the job has changed. */
  isDue: () => boolean;
  request: FastifyRequest;
  reply: FastifyReply;
}

/**
 * Holds an answer back until it is due, its time has passed, or the server is to end. False when nobody waits for it
 * any more.
 */
export async function holdBack(
  { jobId, limitMs, isDue, request, reply }: HeldAnswer,
  { bell, clock, stopping }: Pick<AppDeps, 'bell' | 'clock' | 'stopping'>,
): Promise<boolean> {
  const over = new AbortController();
  const end = (): void => over.abort();
  const look = (): void => {
    if (isDueOrBroken(isDue)) end();
  };
  const endListening = bell.onChange(jobId, look);
  stopping.addEventListener('abort', end);
  reply.raw.on('close', end);
  const endSilence = allowSilence(request, limitMs);
  try {
    if (!stopping.aborted) await clock.sleep(limitMs, over.signal).catch(() => {});
    return !reply.raw.destroyed;
  } finally {
    endSilence();
    reply.raw.off('close', end);
    stopping.removeEventListener('abort', end);
    endListening();
  }
}

/** A job that was taken away meanwhile is a reason, too: the answer says so. */
function isDueOrBroken(isDue: () => boolean): boolean {
  try {
    return isDue();
  } catch {
    return true;
  }
}

/** Nothing is sent while an answer is held back, and that is no reason to cut the connection. */
function allowSilence({ raw: { socket } }: FastifyRequest, durationMs: number): () => void {
  const usualMs = socket.timeout ?? 0;
  // What asks without a connection, as tests do, has no timeout.
  if (usualMs === 0) return () => {};
  socket.setTimeout(usualMs + durationMs);
  return () => void socket.setTimeout(usualMs);
}
