import type { Clock } from '../../ports/clock.js';
import type { Answers, MachineLoad } from '../ports.js';
import type { Store } from '../store/port.js';
import type { JobRecord } from '../store/records.js';
import { wordingOf } from '../wording/choose.js';
import { batchBody } from './batch-body.js';
import { dependenciesBody } from './dependencies-body.js';
import type { QueueEntry } from './formulas/queue-forecast.js';
import { hasNews, logsBody } from './logs-body.js';
import { metricsBody } from './metrics-body.js';
import { metricsFacts } from './metrics-facts.js';
import { progressBody } from './progress-body.js';
import { readQueue } from './queue-state.js';
import { createReader, type Reading } from './reading.js';
import { jobRevision } from './revision.js';
import { timelineBody, timelineEvents } from './timeline-body.js';

/** What answers are made from. */
export interface AnswersDeps {
  store: Store;
  clock: Clock;
  load: MachineLoad;
  /** How many jobs may run at a time; any number, when it is `undefined`. */
  maxRunning: number | undefined;
}

/** Answers what is asked of jobs, from the store, the clock and this machine's load alone. */
export function createAnswers({ store, clock, load, maxRunning }: AnswersDeps): Answers {
  const read = createReader(store, clock);

  const placeOf = (job: JobRecord, reading: Reading): QueueEntry | undefined =>
    job.status === 'Queued' ? readQueue(reading, maxRunning).entries.get(job.id) : undefined;

  return {
    logs: (jobId, question) => {
      const reading = read();
      const job = reading.job(jobId);
      return logsBody(store, reading.facts(job), reading.outlook(job), question);
    },
    hasNews: (jobId, question) => hasNews(store, read().job(jobId), question),
    progress: (jobId, language) => {
      const reading = read();
      const job = reading.job(jobId);
      const place = placeOf(job, reading);
      return progressBody(reading.facts(job), reading.outlook(job), place, wordingOf(language));
    },
    timeline: (jobId, question, language) => {
      const reading = read();
      const job = reading.job(jobId);
      const outlook = reading.outlook(job);
      const expectedEndMs = outlook.endMs ?? placeOf(job, reading)?.endMs;
      const { granularity = 'minutes' } = question;
      const events = timelineEvents(store, jobId, question);
      const scope = { nowMs: reading.nowMs, granularity, expectedEndMs };
      return timelineBody(job, outlook, events, scope, wordingOf(language));
    },
    metrics: (jobId, question, language) => {
      const reading = read();
      const job = reading.job(jobId);
      const facts = metricsFacts(reading, job, question);
      return metricsBody(facts, question.includeHistory ?? false, wordingOf(language));
    },
    batch: (question, language) =>
      batchBody(read(), question, { load, maxRunning }, wordingOf(language)),
    dependencies: (jobId, language) =>
      dependenciesBody(store, read().job(jobId), maxRunning, wordingOf(language)),
    revision: (jobId) => {
      if (jobId === undefined) return `all-${store.revision()}`;
      const reading = read();
      return jobRevision(reading, reading.job(jobId));
    },
  };
}
