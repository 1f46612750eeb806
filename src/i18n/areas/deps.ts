/** The words of `jobtrack deps`. Counts come as they are to be written. */
export interface DepsMessages {
  /** One line for the list of commands. */
  summary: string;
  help: {
    flags: { format: string; why: string };
    examples: { tree: string; why: string; dot: string };
  };
  /** Beside a job whose own branch is drawn elsewhere in the tree. */
  again: string;
  /** Beside a job that closes a cycle. */
  cycle: string;
  /** Before the jobs that wait for each other. */
  cycles: string;
  /** In place of jobs that are left out. */
  more: (count: string) => string;
  /** What a dependent waits for. */
  waitingFor: (what: string) => string;
  /** When a prerequisite was completed. */
  completedAt: (when: string) => string;
  /** When a blocking condition was resolved. */
  resolvedAt: (when: string) => string;
  /** Before jobs of the graph that neither come before the job nor after it. */
  otherJobs: string;
  resources: string;
  columns: { type: string; name: string; id: string; status: string; since: string };
  conditions: string;
  /** The answer of `--why`. */
  waitsFor: (name: string) => string;
  /** What blocks has ended, but is not completed. */
  waitsInVain: (name: string, status: string) => string;
  waitsForCycle: string;
  waitsForOther: string;
  nothingBlocks: string;
  alreadyEnded: (status: string) => string;
  /** Beside the job at the end of the chain. */
  blocks: string;
  /** Before other jobs that block it as well. */
  alsoBlocked: string;
  openConditions: string;
  missingResources: string;
  /** There is nothing to show. */
  empty: string;
  /** For a mermaid graph that most viewers refuse to draw. */
  mermaidLimit: (edges: string, limit: string) => string;
}
