/** Tells whoever waits for something that a job has changed: its log, its events, its status, anything. */
export interface ChangeBell {
  /** These jobs have changed, and the change is stored. */
  ring(jobIds: Iterable<string>): void;
  /** Calls `handler` soon after every change of a job, once for several at a time. The returned function ends that. */
  onChange(jobId: string, handler: () => void): () => void;
  /** The same for all jobs; `handler` is told which. */
  onAnyChange(handler: (jobId: string) => void): () => void;
}

type Handler = (jobId: string) => void;

/**
 * A bell that nobody has to wait for: handlers are called after whoever rings has done its work, and one that throws
 * is told to `onFailure` and stops neither the others nor the change. It may ring once too often, never too seldom.
 */
export function createChangeBell(onFailure: (failure: unknown) => void): ChangeBell {
  const ofJob = new Map<string, Set<Handler>>();
  const ofAny = new Set<Handler>();
  const changed = new Set<string>();
  const call = (handler: Handler, jobId: string): void => {
    try {
      handler(jobId);
    } catch (failure) {
      onFailure(failure);
    }
  };
  const tellAll = (): void => {
    const jobIds = [...changed];
    changed.clear();
    for (const jobId of jobIds) {
      for (const handler of [...ofAny, ...(ofJob.get(jobId) ?? [])]) call(handler, jobId);
    }
  };
  return {
    ring: (jobIds) => {
      const isFirst = changed.size === 0;
      for (const jobId of jobIds) changed.add(jobId);
      if (isFirst && changed.size > 0) void Promise.resolve().then(tellAll);
    },
    onChange: (jobId, handler) => listen(ofJob, jobId, handler),
    onAnyChange: (handler) => {
      // A wrapper of its own: the same function may listen twice.
      const own: Handler = (jobId) => handler(jobId);
      ofAny.add(own);
      return () => void ofAny.delete(own);
    },
  };
}

function listen(ofJob: Map<string, Set<Handler>>, jobId: string, handler: () => void): () => void {
  const own: Handler = () => handler();
  const handlers = ofJob.get(jobId) ?? new Set();
  ofJob.set(jobId, handlers.add(own));
  return () => {
    handlers.delete(own);
    // The job may have got new listeners since its last one went.
    if (handlers.size === 0 && ofJob.get(jobId) === handlers) ofJob.delete(jobId);
  };
}
