import { hash } from 'node:crypto';
import { isFinal, levels, type SubscriptionEvent, statuses } from '../../contract/index.js';
import type {
  JobEvent,
  LogEvent,
  ProgressEvent,
  SeenEvent,
  StageEvent,
  StatusEvent,
} from '../../domain/events/job-event.js';
import { instant } from '../../domain/instant.js';
import { kindOf, type Told } from './told.js';
import { createChoice, type Wanted } from './wanted.js';

/** What is known when looking begins. */
export interface PollingStart {
  wanted: Wanted;
  /** From when on events are told of, by the server's clock in milliseconds since 1970; from the first look, if not known. */
  sinceMs: number | undefined;
  /** What was told before, by a socket. */
  told: Pick<Told, 'has'>;
}

/** Something to tell of, before it has an id. */
type News = Required<Pick<SubscriptionEvent, 'type' | 'data' | 'timestamp'>>;

/**
 * Finds the events that a server would have told of in what comes of looking at a job again and again: of the same
 * types, with the same data, chosen by the same rules. What was so before `sinceMs` is no event, and what was told of
 * before is none either. To be called with everything that was found, in order.
 */
export function createPolledEvents({
  wanted,
  sinceMs,
  told,
}: PollingStart): (event: JobEvent) => SubscriptionEvent[] {
  const isChosen = createChoice(wanted);
  const news = createNews(sinceMs, told);
  let jobName: string | undefined;
  return (event) => {
    if (event.type === 'status') jobName = event.jobName ?? jobName;
    const found = news(event);
    if (found === undefined || !('jobId' in event)) return [];
    const kind = kindOf(found);
    const polled: SubscriptionEvent = {
      id: `polled-${hash('sha1', `${event.jobId} ${kind}`)}`,
      jobId: event.jobId,
      ...(jobName === undefined ? {} : { jobName }),
      ...found,
    };
    return told.has(kind) || !isChosen(polled) ? [] : [polled];
  };
}

/** Tells what is new from what was so when the first look was taken. */
function createNews(
  sinceMs: number | undefined,
  told: Pick<Told, 'has'>,
): (event: JobEvent) => News | undefined {
  const reached = new Map<string | undefined, number>();
  let first: SeenEvent | undefined;
  const isSince = (atMs: number): boolean => atMs >= (sinceMs ?? first?.atMs ?? atMs);
  const isFirst = ({ atMs }: { atMs: number }): boolean => atMs === (first?.atMs ?? atMs);

  /** Of a stage that was there at the first look, its own times say whether it happened since. */
  const isNewStage = ({ stageName, previous, atMs }: StageEvent): boolean =>
    previous !== undefined ||
    !hasStage(first, stageName) ||
    (!isFirst({ atMs }) && isSince(atMs)) ||
    told.has(kindOf(newsOf('stageStarted', { stageName }, atMs)));

  const progress = (event: ProgressEvent): News | undefined => {
    const data = progressData(event);
    const percent = Math.floor(data.progress ?? 0);
    if (percent <= (reached.get(event.stageName) ?? 0)) return undefined;
    reached.set(event.stageName, percent);
    return isFirst(event) ? undefined : newsOf('progressUpdate', data, event.atMs);
  };

  const end = (event: StatusEvent): News | undefined => {
    if (!isFinal(event.status)) return undefined;
    const endedMs = instant(first?.progress?.overallProgress.endTime);
    const isOld = isFirst(event) && (endedMs === undefined || !isSince(endedMs));
    return isOld ? undefined : newsOf('jobCompleted', endData(event), event.atMs);
  };

  return (event) => {
    switch (event.type) {
      case 'seen':
        if (event.progress !== undefined) first ??= event;
        return undefined;
      case 'stage':
        return isNewStage(event) ? stageNews(event) : undefined;
      case 'progress':
        return progress(event);
      case 'log':
        return isSince(instant(event.entry.timestamp) ?? event.atMs) ? logNews(event) : undefined;
      case 'status':
        return end(event);
      default:
        return undefined;
    }
  };
}

const newsOf = (type: string, data: Record<string, unknown>, atMs: number): News => ({
  type,
  data,
  timestamp: new Date(atMs).toISOString(),
});

const hasStage = (first: SeenEvent | undefined, name: string): boolean =>
  first?.progress?.stages?.some(({ stageName }) => stageName === name) ?? true;

function stageNews(event: StageEvent): News | undefined {
  const { stageName, status, durationMs, recordsProcessed, atMs } = event;
  const word = statuses.canonical(status);
  if (word === 'Running') return newsOf('stageStarted', { stageName }, atMs);
  if (!isFinal(status)) return undefined;
  const data = known({
    stageName,
    status: word === 'Completed' ? undefined : status,
    actualDurationMs: durationMs,
    recordsProcessed,
  });
  return newsOf('stageCompleted', data, atMs);
}

function progressData(event: ProgressEvent): { progress?: number; [key: string]: unknown } {
  const { stageName, stagePercentage, percentage, recordsProcessed, totalRecords } = event;
  const areKnown = recordsProcessed !== undefined && totalRecords !== undefined;
  return known({
    stageName,
    progress: stageName === undefined ? percentage : (stagePercentage ?? percentage),
    recordsProcessed,
    remainingRecords: areKnown ? Math.max(0, totalRecords - recordsProcessed) : undefined,
  });
}

const endData = ({ status, reason }: StatusEvent): Record<string, unknown> =>
  known({ message: reason, status });

/** The types of event that lines of a log become. */
const HEARD_AS: Readonly<Record<string, string>> = {
  ERROR: 'error',
  WARN: 'warning',
  DEBUG: 'debug',
};

function logNews({ entry, atMs }: LogEvent): News | undefined {
  const type = HEARD_AS[levels.canonical(entry.level) ?? ''];
  if (type === undefined) return undefined;
  const { stage, message, component, details, timestamp } = entry;
  const line = known({
    stageName: stage ?? undefined,
    message: message ?? undefined,
    component: component ?? undefined,
  });
  const data =
    type === 'debug' ? known({ ...line, details: details ?? undefined }) : { ...line, ...details };
  return newsOf(type, data, instant(timestamp) ?? atMs);
}

/** Leaves out what is not known. */
const known = (fields: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
