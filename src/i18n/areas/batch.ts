/** The words of `jobtrack batch`. */
export interface BatchMessages {
  /** One line for the list of commands. */
  summary: string;
  help: {
    jobIds: string;
    status: string;
    submittedBy: string;
    metrics: string;
    sort: string;
    examples: { all: string; failed: string; eta: string };
  };
  /** How many jobs are shown; `of` is how many there are, where there are more. */
  shown: (count: number, figure: string, of: string | undefined) => string;
  /** When the server looked. */
  asOf: (time: string) => string;
  /** The heads of the table's columns, and the names of facts below a job. */
  labels: Record<
    | 'id'
    | 'job'
    | 'status'
    | 'queue'
    | 'progress'
    | 'stage'
    | 'start'
    | 'end'
    | 'by'
    | 'priority'
    | 'cpu'
    | 'memory'
    | 'rate',
    string
  >;
  /** A job's place in the queue, behind its status. */
  place: (figure: string) => string;
  /** That a running job should have ended `duration` ago. */
  late: (duration: string) => string;
  system: Record<'title' | 'load' | 'queue' | 'resources' | 'capacity', string>;
  /** That there is no job to show: of which status, and whose. */
  none: (asked: { status: string | undefined; submittedBy: string | undefined }) => string;
  /** Jobs that were asked for and are not in the answer. */
  missing: (ids: string) => string;
}
