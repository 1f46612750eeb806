import * as v from 'valibot';
import type { Endpoint } from './endpoints.js';
import { Count, maybe, OpenMap, Percentage, Timestamp } from './parts.js';

/** The most reports one request may bring. */
export const REPORTS_MAX = 1_000;

const Guid = v.pipe(v.string(), v.uuid());
const Name = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const Text = v.pipe(v.string(), v.maxLength(65_536));
const Amount = v.pipe(Count, v.minValue(0));
const Share = v.pipe(Percentage, v.minValue(0), v.maxValue(100));

/** The request of `POST /jobs`. Only the name is needed; a job without an id gets one. */
export const JobRegistrationSchema = v.object({
  jobId: v.optional(Guid),
  jobName: Name,
  /** Jobs of one type are compared with each other. */
  jobType: v.optional(Name),
  priority: v.optional(v.string()),
  submittedBy: v.optional(Name),
  /** Jobs that have to be Completed before this one starts; it fails with them. */
  after: v.optional(v.pipe(v.array(Guid), v.maxLength(100))),
  totalRecords: v.optional(Amount),
  memoryLimitBytes: v.optional(Amount),
  cpuCores: v.optional(Amount),
  /**
   * A reporter that promises to be heard from this often, in seconds; after three times as long in silence its job
   * counts as lost and fails. Without it a job may be silent for as long as it likes.
   */
  heartbeatSeconds: v.optional(v.pipe(v.number(), v.minValue(1), v.maxValue(3_600))),
});

/** What `POST /jobs` answers, and every `POST /job/{jobId}/reports`: how the job stands. */
export const ReportReceiptSchema = v.looseObject({
  jobId: v.string(),
  /** Running means: begin. Queued means: wait, and ask again by sending no reports. */
  status: v.string(),
  /** How many of the reports were new, and how many had been taken before. */
  accepted: v.optional(Count),
  duplicates: v.optional(Count),
  queuePosition: maybe(Count),
  /** Why a queued job waits: the ids of the jobs it has to wait for. */
  waitingFor: maybe(v.array(v.string())),
});

const base = {
  /** Given by the reporter, once for each report of a job: the same id again is taken as the same report. */
  reportId: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  /** When it happened; when it arrived, if left out. */
  time: v.optional(v.pipe(Timestamp, v.maxLength(40))),
};

/** What a reporter can tell of its job. */
export const ReportSchema = v.variant('type', [
  v.object({
    ...base,
    type: v.literal('log'),
    level: v.optional(v.string()),
    component: v.optional(Name),
    stage: v.optional(Name),
    message: Text,
    details: v.optional(OpenMap),
  }),
  /** A stage is announced, or starts, which completes the one that runs; or it ends by itself. */
  v.object({
    ...base,
    type: v.literal('stage'),
    stageName: Name,
    state: v.optional(v.picklist(['pending', 'started', 'completed', 'failed'])),
    totalRecords: v.optional(Amount),
    expectedDurationMs: v.optional(Amount),
  }),
  /** How far the job is: by records, or as a percentage. Of a stage when one is named or runs, else of the whole. */
  v.object({
    ...base,
    type: v.literal('progress'),
    stageName: v.optional(Name),
    records: v.optional(Amount),
    totalRecords: v.optional(Amount),
    percent: v.optional(Share),
  }),
  v.object({
    ...base,
    type: v.literal('activity'),
    component: v.optional(Name),
    operation: Text,
    details: v.optional(Text),
  }),
  /**
   * What the job's processes use at a moment. `cpuPercent` is the share of the cores that the job may use, 0 to 100:
   * one busy core of 2 is 50. Bytes read, written, received and sent are totals since its start.
   */
  v.object({
    ...base,
    type: v.literal('sample'),
    cpuPercent: v.optional(Amount),
    memoryBytes: v.optional(Amount),
    diskReadBytes: v.optional(Amount),
    diskWriteBytes: v.optional(Amount),
    networkInBytes: v.optional(Amount),
    networkOutBytes: v.optional(Amount),
    connections: v.optional(Amount),
    processes: v.optional(Amount),
  }),
  v.object({
    ...base,
    type: v.literal('milestone'),
    message: Text,
    details: v.optional(OpenMap),
  }),
  /** A figure of the running stage, or of the job where none runs. */
  v.object({
    ...base,
    type: v.literal('metric'),
    key: Name,
    value: v.union([v.number(), v.string(), v.boolean()]),
  }),
  v.object({
    ...base,
    type: v.literal('quality'),
    dataQualityScore: v.optional(v.number()),
    validationsPassed: v.optional(Amount),
    validationsFailed: v.optional(Amount),
  }),
  v.object({
    ...base,
    type: v.literal('finish'),
    status: v.picklist(['Completed', 'Failed', 'Cancelled']),
    exitCode: v.optional(v.number()),
    reason: v.optional(Text),
  }),
]);

/** The request of `POST /job/{jobId}/reports`: one report or many. None at all is a sign of life. */
export const ReportsRequestSchema = v.union([
  v.pipe(v.array(ReportSchema), v.maxLength(REPORTS_MAX)),
  ReportSchema,
]);

const receipt = { method: 'POST', schema: ReportReceiptSchema, landmark: 'jobId' } as const;

/** The two endpoints that our server adds for whoever runs a job. */
export const reportEndpoints = {
  register: { ...receipt, path: () => '/jobs', describes: 'the receipt of a registration' },
  report: {
    ...receipt,
    path: (jobId: string) => `/job/${jobId}/reports`,
    describes: 'the receipt of reports',
  },
} satisfies Record<string, Endpoint<typeof ReportReceiptSchema>>;

export type JobRegistration = v.InferOutput<typeof JobRegistrationSchema>;
export type ReportReceipt = v.InferOutput<typeof ReportReceiptSchema>;
export type Report = v.InferOutput<typeof ReportSchema>;
