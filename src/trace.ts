import type { RequestTrace } from './client/types.js';
import { writeLines } from './output/writing.js';
import type { OutputPort } from './ports/io.js';
import { inline } from './render/safe-text.js';

/** One attempt at a request in one line, for people who look for a fault. It holds no token: traces never do. */
export function traceLine(trace: RequestTrace): string {
  const answer = trace.failure ?? trace.status ?? '?';
  const parts = [
    `> ${trace.method} ${trace.url} -> ${answer} in ${Math.round(trace.durationMs)} ms`,
    trace.bytes === undefined ? '' : `${trace.bytes} bytes`,
    trace.requestId === undefined ? '' : `request id ${trace.requestId}`,
    trace.attempt === 1 ? '' : `attempt ${trace.attempt}`,
    trace.retryInMs === undefined ? '' : `next in ${Math.round(trace.retryInMs)} ms`,
  ];
  return parts.filter((part) => part !== '').join(', ');
}

/** Writes a trace where chatter belongs. */
export const writeTrace = (stderr: OutputPort, trace: RequestTrace): Promise<void> =>
  writeLines(stderr, [inline(traceLine(trace))]);
