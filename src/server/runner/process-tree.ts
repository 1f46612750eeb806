/** What is known of one process at a moment. Times and bytes are totals since it started, with its ended children. */
export interface ProcessFacts {
  pid: number;
  parentPid: number;
  /** The session it belongs to, where the system tells. */
  session?: number;
  /** Seconds of processor time. */
  cpuSeconds: number;
  memoryBytes: number;
}

/** A process and all that came from it: its descendants, and those that lost their parent but not their session. */
export function treeOf<P extends Pick<ProcessFacts, 'pid' | 'parentPid' | 'session'>>(
  all: readonly P[],
  rootPid: number,
): P[] {
  const children = new Map<number, P[]>();
  for (const each of all) {
    const siblings = children.get(each.parentPid);
    if (siblings === undefined) children.set(each.parentPid, [each]);
    else siblings.push(each);
  }
  const found = new Map<number, P>();
  const waiting = all.filter(({ pid, session }) => pid === rootPid || session === rootPid);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next.pid)) continue;
    found.set(next.pid, next);
    waiting.push(...(children.get(next.pid) ?? []));
  }
  return [...found.values()];
}
