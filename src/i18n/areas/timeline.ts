/** The words of `jobtrack timeline`. */
export interface TimelineMessages {
  /** One line for the list of commands. */
  summary: string;
  help: {
    flags: { subEvents: string; granularity: string; view: string };
    examples: { list: string; gantt: string; json: string };
  };
  /** Above a list or gantt: when the job began and ended, and how long it took or has taken. */
  started: string;
  ended: string;
  took: string;
  elapsed: string;
  /** The present, as a line of the list and below the gantt. */
  now: string;
  /** The end of a job of which no event tells. */
  jobEnded: string;
  /** Beside something that has not happened yet. */
  expected: string;
  /** Beside something that should have happened `duration` ago. */
  late: (duration: string) => string;
  /** The lane of the whole job where it has no name. */
  wholeJob: string;
  /** The lane of a stage that has no name. */
  unnamedStage: string;
  /** In place of events that are left out. */
  more: (count: number, figure: string) => string;
  /** There is not one event. */
  empty: string;
}
