import { type BatchJob, isFinal, type ProgressBody } from '../../contract/index.js';
import { hasBegun, jobTimes, type Times } from '../job-times.js';
import { stageProgress } from '../stage-progress.js';
import type { LateEvent, ProgressEvent, StageEvent, StatusEvent } from './job-event.js';
import { rowTimes } from './row-times.js';
import { stageEvents } from './stage-events.js';
import { statusWord } from './status-word.js';
import type { JobState } from './watch-state.js';

/** What two looks at a job can tell: what is different. */
export type ChangeEvent = StatusEvent | StageEvent | ProgressEvent | LateEvent;

/** How far a job is, without its times. */
type Position = Pick<
  ProgressEvent,
  'percentage' | 'stageName' | 'stagePercentage' | 'recordsProcessed' | 'totalRecords'
>;

/**
 * What has happened to a job between what is known of it and a new look at its progress, `atMs` by the server's clock.
 * `before` is the job without that look. A job's end comes after everything that led to it, any other status before.
 */
export function eventsOfProgress(
  before: JobState,
  body: ProgressBody,
  atMs: number,
): ChangeEvent[] {
  const { jobId } = before;
  const times = jobTimes(body, atMs);
  const { queuePosition, reason } = body;
  const status = statusEvent(before, body, atMs, {
    ...(queuePosition == null ? {} : { queuePosition }),
    ...(reason == null ? {} : { reason }),
  });
  const earlier = before.progress && toldPosition(before.progress, before.seenAtMs ?? atMs);
  return inOrder(status, [
    ...stageEvents({
      jobId,
      before: before.progress && stagesOf(before.progress),
      stages: stagesOf(body),
      atMs,
    }),
    ...progressEvents(before, earlier, positionOf(body, atMs), times, atMs),
    ...lateEvents(before, times, atMs),
  ]);
}

/**
 * What has happened to a job between what is known of it and its row in a new batch. A row names no stage but the one
 * that runs, so the end of the one before is not told: nobody has seen how it ended.
 */
export function eventsOfRow(before: JobState, row: BatchJob, atMs: number): ChangeEvent[] {
  const times = rowTimes(row, atMs);
  const { queuePosition } = row;
  const status = statusEvent(before, row, atMs, queuePosition == null ? {} : { queuePosition });
  const earlier = before.row && toldRowPosition(before.row);
  const position = rowPosition(row);
  const { stageName } = position;
  const stage: StageEvent[] =
    stageName === undefined || times.phase !== 'running' || stageName === earlier?.stageName
      ? []
      : [{ type: 'stage', jobId: before.jobId, atMs, stageName, status: 'Running' }];
  return inOrder(status, [
    ...stage,
    ...progressEvents(before, earlier, position, times, atMs),
    ...lateEvents(before, times, atMs),
  ]);
}

const stagesOf = ({ stages }: ProgressBody): NonNullable<ProgressBody['stages']> => stages ?? [];

function inOrder(status: StatusEvent | undefined, rest: readonly ChangeEvent[]): ChangeEvent[] {
  if (status === undefined) return [...rest];
  return isFinal(status.status) ? [...rest, status] : [status, ...rest];
}

function statusEvent(
  before: JobState,
  { status: said, jobName }: Pick<ProgressBody, 'status' | 'jobName'>,
  atMs: number,
  more: Pick<StatusEvent, 'queuePosition' | 'reason'>,
): StatusEvent | undefined {
  const status = statusWord(said);
  if (status === undefined || status === before.status) return undefined;
  return {
    type: 'status',
    jobId: before.jobId,
    atMs,
    status,
    ...(before.status === undefined ? {} : { previous: before.status }),
    ...(jobName == null ? {} : { jobName }),
    ...more,
  };
}

function positionOf(body: ProgressBody, atMs: number): Position {
  const { percentage } = body.overallProgress;
  const running = stageProgress(stagesOf(body), atMs, jobTimes(body, atMs)).find(
    ({ times }) => times.phase === 'running',
  );
  const { stageName, recordsProcessed, totalRecords } = running?.stage ?? {};
  return {
    ...(percentage == null ? {} : { percentage }),
    ...(stageName === undefined ? {} : { stageName }),
    ...(running?.percentage === undefined ? {} : { stagePercentage: running.percentage }),
    ...(recordsProcessed == null ? {} : { recordsProcessed }),
    ...(totalRecords == null ? {} : { totalRecords }),
  };
}

/** Where a job was told to be at an earlier look: nowhere before it has begun. */
const toldPosition = (body: ProgressBody, atMs: number): Position | undefined =>
  jobTimes(body, atMs).phase === 'waiting' ? undefined : positionOf(body, atMs);

const rowPosition = ({ progress, currentStage }: BatchJob): Position => ({
  ...(progress == null ? {} : { percentage: progress }),
  ...(currentStage == null ? {} : { stageName: currentStage }),
});

const toldRowPosition = (row: BatchJob): Position | undefined =>
  hasBegun(row) ? rowPosition(row) : undefined;

/** A job that has not begun is nowhere yet. */
function progressEvents(
  { jobId }: JobState,
  earlier: Position | undefined,
  position: Position,
  { phase, remainingMs, lateMs }: Times,
  atMs: number,
): ProgressEvent[] {
  const isSame = JSON.stringify(earlier ?? {}) === JSON.stringify(position);
  if (phase === 'waiting' || isSame) return [];
  return [
    {
      type: 'progress',
      jobId,
      atMs,
      ...position,
      ...(remainingMs === undefined ? {} : { remainingMs }),
      ...(lateMs === undefined ? {} : { lateMs }),
    },
  ];
}

const lateEvents = ({ jobId, late }: JobState, { lateMs }: Times, atMs: number): LateEvent[] =>
  lateMs === undefined || late !== undefined ? [] : [{ type: 'late', jobId, atMs, lateMs }];
