import * as v from 'valibot';
import { LogEntrySchema } from './logs.js';

/*
 * What `jobtrack watch -o ndjson` prints, one object a line, as docs/events.md explains it. The types of the printed
 * objects and docs/schemas/watch-events.schema.json are both made from here. Fields may be added within a version;
 * one that goes or means something else makes a new one.
 */

const told = <S extends v.GenericSchema>(schema: S, description: string) =>
  v.pipe(schema, v.description(description));

const Time = v.pipe(v.string(), v.isoTimestamp());
const LengthMs = v.pipe(v.number(), v.minValue(0));
const Share = v.number();

const Version = told(v.literal(1), 'The version of this form.');
const JobId = told(v.string(), 'The job, as it was given.');
const Moment = told(
  Time,
  "When it happened or was seen, by the server's clock where that is known.",
);
const Status = told(
  v.string(),
  'Running, Queued, Pending, Completed, Failed or Cancelled; a word that is not known is as it came.',
);

/** An event of one job. */
const ofJob = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), version: Version, jobId: JobId, time: Moment, ...entries });

/** An event of the watch as a whole. */
const ofAll = <T extends string, E extends v.ObjectEntries>(type: T, entries: E) =>
  v.object({ type: v.literal(type), version: Version, time: Moment, ...entries });

const Failure = v.object({
  code: told(v.string(), 'A code of docs/errors.md.'),
  message: told(v.string(), "In the user's language."),
  status: told(v.nullable(v.number()), 'The HTTP status, when there was an answer.'),
  requestId: told(v.nullable(v.string()), "The server's id of the request."),
});

const JobStanding = v.object({
  jobId: JobId,
  status: v.optional(told(v.string(), 'Left out until the job was seen.')),
  percentage: v.optional(told(Share, 'Of the whole job, 0 to 100.')),
  elapsedMs: v.optional(told(LengthMs, 'Since the job began.')),
});

const Outcome = v.object({
  jobId: JobId,
  jobName: v.optional(v.string()),
  state: told(v.string(), 'Its last status; Unknown for a job that was never seen.'),
  exitCode: v.optional(told(v.picklist([0, 1, 3]), 'Left out for a job that has not ended.')),
});

/** The objects by their `type`. */
export const watchObjectSchemas = {
  status: ofJob('status', {
    status: Status,
    previous: v.optional(told(v.string(), 'What it was before; left out the first time.')),
    jobName: v.optional(v.string()),
    queuePosition: v.optional(told(v.number(), 'Of a queued job: 1 for the next.')),
    reason: v.optional(
      told(v.string(), "The server's reason, of a job that failed or was cancelled."),
    ),
  }),
  stage: ofJob('stage', {
    stageName: v.string(),
    status: Status,
    previous: v.optional(v.string()),
    durationMs: v.optional(told(LengthMs, 'How long a stage that has ended took.')),
    recordsProcessed: v.optional(v.number()),
  }),
  progress: ofJob('progress', {
    percentage: v.optional(told(Share, 'Of the whole job, 0 to 100.')),
    stageName: v.optional(told(v.string(), 'The stage that runs.')),
    stagePercentage: v.optional(told(Share, 'Of that stage, 0 to 100.')),
    recordsProcessed: v.optional(told(v.number(), 'Of that stage.')),
    totalRecords: v.optional(told(v.number(), 'Of that stage.')),
    remainingMs: v.optional(told(LengthMs, 'Until the expected end.')),
    lateMs: v.optional(told(LengthMs, 'How long the expected end has passed.')),
  }),
  log: ofJob('log', {
    entry: told(LogEntrySchema, 'The entry as it came from the server.'),
    late: v.optional(
      told(
        v.literal(true),
        'The server had it late: it is older than entries that were told before.',
      ),
    ),
  }),
  gap: ofJob('gap', {
    reason: told(
      v.picklist(['too-many-at-one-time', 'no-longer-kept', 'restarted']),
      'Why a part of the log can not be read.',
    ),
    fromTime: v.optional(told(v.string(), 'Where it begins, inclusive, as far as it is known.')),
    toTime: v.optional(told(v.string(), 'Where it ends, inclusive, as far as it is known.')),
    fromSequence: v.optional(told(v.number(), 'The first number that is missing.')),
    toSequence: v.optional(told(v.number(), 'The last number that is missing.')),
  }),
  late: ofJob('late', { lateMs: told(LengthMs, 'How long the expected end has passed.') }),
  stall: ofJob('stall', {
    quietMs: told(LengthMs, 'How long log, progress and resource use have been quiet.'),
  }),
  moving: ofJob('moving', { quietMs: told(LengthMs, 'How long the job had stood still.') }),
  missing: ofJob('missing', {
    part: told(
      v.picklist(['logs', 'metrics', 'timeline', 'dependencies']),
      'What is watched and can not be had.',
    ),
    error: Failure,
  }),
  stale: ofAll('stale', {
    ageMs: v.optional(told(LengthMs, 'Since the last answer; left out when there was none yet.')),
    nextTryTime: told(Time, 'When the server is asked again.'),
    cause: v.picklist([
      'unreachable',
      'rate-limit',
      'server-error',
      'not-understood',
      'not-there-yet',
    ]),
    error: Failure,
  }),
  fresh: ofAll('fresh', { ageMs: told(LengthMs, 'How long there was no answer.') }),
  heartbeat: ofAll('heartbeat', { jobs: v.array(JobStanding) }),
  verdict: ofJob('verdict', {
    state: told(v.string(), 'Completed, Failed or Cancelled of the job that decides; or TimedOut.'),
    exitCode: told(v.picklist([0, 1, 3, 6, 124]), 'What the program ends with.'),
    jobs: told(v.array(Outcome), 'Every job that was watched, in the order they were given.'),
    durationMs: v.optional(told(LengthMs, 'How long the deciding job ran.')),
    efficiency: v.optional(told(Share, 'Of its processing, in percent.')),
    overallEfficiency: v.optional(told(v.string(), 'Good, Medium or Poor, or as it came.')),
    slowestStage: v.optional(v.object({ stageName: v.string(), durationMs: LengthMs })),
    failedStage: v.optional(v.string()),
    reason: v.optional(v.string()),
    lastErrors: v.optional(
      told(
        v.array(LogEntrySchema),
        'The last entries at ERROR of a job that failed, oldest first.',
      ),
    ),
  }),
};

type Schemas = typeof watchObjectSchemas;

/** An object that `jobtrack watch -o ndjson` prints, told apart by its `type`. */
export type WatchObject = { [T in keyof Schemas]: v.InferOutput<Schemas[T]> }[keyof Schemas];
