import { basePath, eventsPath, type ProjectPath } from '../../contract/index.js';

/** What is read of the request that the address is told in the answer to; a request of the web framework has it. */
export interface AskedAt {
  /** `http` or `https`. */
  protocol: string;
  /** The name and port that the server was asked by. */
  host: string;
  params: unknown;
}

/**
 * The address of the socket of a subscription, at the name that the server was just asked by:
 * `ws://127.0.0.1:4711/api/…/job/…/events?subscriptionId=…`.
 */
export function websocketUrlOf(request: AskedAt, jobId: string, subscriptionId: string): string {
  const scheme = request.protocol === 'https' ? 'wss' : 'ws';
  const path = `${basePath(request.params as ProjectPath)}${eventsPath(jobId)}`;
  return `${scheme}://${request.host}${path}?subscriptionId=${encodeURIComponent(subscriptionId)}`;
}
