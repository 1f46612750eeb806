import { type BatchJob, statuses } from '../../contract/index.js';
import type { Fact } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { word } from '../../render/words.js';
import { startOf } from './job-times.js';

/** A job's status, with its place where it waits in a queue. */
export function statusText(job: BatchJob, look: Look): SafeText {
  const status = word('status', job.status, look.messages);
  const place = queuePlace(job, look);
  return place === undefined ? status : safe`${status} ${place}`;
}

/** A job's place in the queue; `undefined` when it waits in none. */
export function queuePlace({ status, queuePosition }: BatchJob, look: Look): SafeText | undefined {
  const known = statuses.canonical(status);
  if (queuePosition == null || (known !== 'Queued' && known !== undefined)) return undefined;
  return inline(look.messages.batch.place(look.formats.number(queuePosition)));
}

/** What is known of a job besides its status and end. */
export function jobFacts(job: BatchJob, look: Look): Fact[] {
  const { currentStage, submittedBy, priority } = job;
  const { labels } = look.messages.batch;
  return [
    ...fact(labels.stage, currentStage, inline),
    ...fact(labels.start, job.startTime ?? job.estimatedStartTime, () => startOf(job, look)),
    ...fact(labels.by, submittedBy, inline),
    ...fact(labels.priority, priority, (text) => word('priority', text, look.messages)),
  ];
}

/** What a job uses of the machine. */
export function resourceFacts({ resourceUsage: usage }: BatchJob, look: Look): Fact[] {
  const { labels } = look.messages.batch;
  const { formats } = look;
  return [
    ...fact(labels.cpu, usage?.cpu, (value) => formats.percent(value)),
    ...fact(labels.memory, usage?.memory, formats.quantity),
    ...fact(labels.rate, usage?.processingRate, formats.quantity),
  ];
}

const fact = <T>(
  label: string,
  value: T | null | undefined,
  show: (value: T) => SafeText,
): Fact[] => (value == null ? [] : [[inline(label), show(value)]]);
