import {
  isFinal,
  LOG_LIMIT_DEFAULT,
  LOG_WAIT_MAX_SECONDS,
  type LogEntry,
  type LogsBody,
  levelRank,
  levels,
} from '../../contract/index.js';
import { instant } from '../../domain/instant.js';
import { known } from '../known.js';
import type { LogsQuestion } from '../ports.js';
import type { LogQuery, Store } from '../store/port.js';
import type { JobRecord, LogRecord } from '../store/records.js';
import { en } from '../wording/en.js';
import { shownProgress } from './formulas/shares.js';
import { stagePercent } from './formulas/stage-plan.js';
import { group } from './group.js';
import type { JobFacts, Outlook } from './outlook.js';
import { resourceUsage } from './resource-usage.js';
import { estimateText, timeText } from './time-text.js';

/** What a question asks of the store: the level is a threshold, INFO when it is not said. */
function logQuery({ level, fromTime, toTime, limit, afterSequence }: LogsQuestion): LogQuery {
  return known({
    levels: levels.words.filter((word) => levelRank(word) >= levelRank(level)),
    fromMs: instant(fromTime),
    toMs: instant(toTime),
    afterSequence,
    limit: limit ?? LOG_LIMIT_DEFAULT,
  });
}

/**
 * A part of a job's log, oldest first, with counts of all of it. Its figures in words are English: a log is read by
 * programs first, and nobody said a language.
 */
export function logsBody(
  store: Pick<Store, 'logs'>,
  facts: JobFacts,
  outlook: Outlook,
  question: LogsQuestion,
): LogsBody {
  const { job } = facts;
  const query = logQuery(question);
  const entries = store.logs(job.id, query);
  const last = entries.at(-1);
  const isFull = entries.length === query.limit;
  return known({
    jobId: job.id,
    jobName: job.name,
    jobStatus: job.status,
    logsSummary: logsSummary(store, job, question),
    logs: entries.map(entryBody),
    executionMetrics: executionMetrics(facts, outlook),
    nextSequence: isFull ? last?.sequence : job.logSequence,
    maxWaitSeconds: LOG_WAIT_MAX_SECONDS,
  });
}

/** See Answers. */
export function hasNews(
  store: Pick<Store, 'logs'>,
  job: JobRecord,
  question: LogsQuestion,
): boolean {
  if (isFinal(job.status)) return true;
  // Most looks are at a log that nothing was added to.
  if (job.logSequence <= (question.afterSequence ?? 0)) return false;
  return store.logs(job.id, logQuery({ ...question, limit: 1 })).length > 0;
}

const entryBody = ({
  sequence,
  timeMs,
  level,
  component,
  stage,
  message,
  details,
}: LogRecord): LogEntry =>
  known({ timestamp: timeText(timeMs) ?? '', level, component, stage, message, details, sequence });

/** Counts of the whole log, whatever part of it is asked for, and the times that the asked part lies within. */
function logsSummary(
  store: Pick<Store, 'logs'>,
  job: JobRecord,
  { fromTime, toTime }: LogsQuestion,
): LogsBody['logsSummary'] {
  const { DEBUG, INFO, WARN, ERROR } = job.logCounts;
  const entryAfter = (afterSequence: number): number | undefined =>
    store.logs(job.id, { levels: levels.words, afterSequence, limit: 1 })[0]?.timeMs;
  const hasLog = job.logSequence > 0;
  return known({
    totalEntries: DEBUG + INFO + WARN + ERROR,
    debugEntries: DEBUG,
    infoEntries: INFO,
    warnEntries: WARN,
    errorEntries: ERROR,
    timeRange: group({
      startTime: timeText(instant(fromTime) ?? (hasLog ? entryAfter(0) : undefined)),
      endTime: timeText(instant(toTime) ?? (hasLog ? entryAfter(job.logSequence - 1) : undefined)),
    }),
  });
}

function executionMetrics(
  { job, samples }: JobFacts,
  { current, percent, recordsPerSecond, endMs }: Outlook,
): LogsBody['executionMetrics'] {
  const usage = resourceUsage(job, samples, recordsPerSecond, en);
  return group({
    currentStage: current?.name,
    stageProgress: shownProgress(current && stagePercent(current)),
    overallProgress: shownProgress(percent),
    processingRate: usage?.processingRate,
    memoryUsage: usage?.memoryUsage,
    cpuUsage: usage?.cpuUsage,
    estimatedCompletion: estimateText(endMs),
  });
}
