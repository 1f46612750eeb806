import type { EventType, UpcomingEventType } from '../../contract/index.js';

/** What an event's sentence can be made of. Names and texts are the reporter's own and are not translated. */
export interface EventFacts {
  stageName?: string | undefined;
  /** A milestone's text, a warning's message, why a job failed. */
  text?: string | undefined;
  /** Percentage points, 0 to 100. */
  percent?: number | undefined;
  /** How a stage ended; Completed when it is not said. */
  stageEnd?: 'Completed' | 'Failed' | 'Cancelled' | undefined;
}

/** One language of the answers: what {@link readQuantity} of the contract reads again, and sentences for people. */
export interface Wording {
  /** "2.3 GB"; KB to TB count in thousands. */
  size(bytes: number): string;
  /** "1250 records/second". */
  rate(recordsPerSecond: number): string;
  /** "15 minutes 33 seconds": the two largest units that say something, and milliseconds below a second. */
  duration(durationMs: number): string;
  /** "85th percentile". */
  percentile(rank: number): string;
  /** "6 additional jobs". */
  additionalJobs(count: number): string;
  /** What happened. */
  event: Record<EventType, (facts: EventFacts) => string>;
  /** What is expected. */
  upcoming: Record<UpcomingEventType, (stageName: string) => string>;
  dependency: DependencyWording;
}

/** Why jobs wait for each other. */
export interface DependencyWording {
  /** Why a prerequisite is one. */
  mustComplete: string;
  /** What a dependent job waits for. */
  completionOf(jobName: string): string;
  /** A condition that holds a job back: this prerequisite is not Completed yet. */
  isNotCompleted(jobName: string): string;
  /** How that condition ended. */
  hasCompleted(jobName: string): string;
  /** A condition that holds a job back: as many jobs run as may run at a time. */
  noFreeSlot(maxRunning: number): string;
  /** The name of what a job takes up while it runs. */
  workerSlot(maxRunning: number): string;
}
