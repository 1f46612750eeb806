import type { Level } from '../../contract/index.js';
import { ApiError } from '../api-error.js';
import type { Changes } from '../store/port.js';
import type {
  EventRecord,
  JobRecord,
  LogRecord,
  OutboxRecord,
  SampleRecord,
  StageRecord,
} from '../store/records.js';

/** A job as it is stored, with all of its stages. */
export interface JobState {
  job: JobRecord;
  stages: readonly StageRecord[];
}

/** What intake can't know by itself: the time, in milliseconds since 1970, and ids of outbox rows. */
export interface IntakeContext {
  nowMs: number;
  newId: () => string;
  /** Whether any subscriber wants to hear of debug entries of the log; nobody does, if left out. */
  isDebugWanted?: () => boolean;
}

type Figures = Record<string, number | string | boolean>;

/** A copy of a stored job that may be written to. */
export interface DraftJob extends Omit<JobRecord, 'metrics' | 'logCounts'> {
  metrics: Figures;
  logCounts: Record<Level, number>;
}

/** A copy of a stored stage that may be written to. */
export interface DraftStage extends Omit<StageRecord, 'metrics'> {
  metrics: Figures;
}

/** What becomes of a job while reports are taken one by one. It shares nothing writable with what is stored. */
export interface Draft {
  readonly context: IntakeContext;
  readonly job: DraftJob;
  /** Every stage, as it is stored or as it was edited. */
  readonly stages: Map<string, StageRecord>;
  readonly edited: Map<string, DraftStage>;
  runningStage: string | undefined;
  readonly logs: LogRecord[];
  readonly events: EventRecord[];
  readonly samples: SampleRecord[];
  readonly outbox: Omit<OutboxRecord, 'sequence'>[];
}

/** Begins to change a job. */
export function openDraft({ job, stages }: JobState, context: IntakeContext): Draft {
  return {
    context,
    job: { ...job, metrics: { ...job.metrics }, logCounts: { ...job.logCounts } },
    stages: new Map(stages.map((stage) => [stage.name, stage])),
    edited: new Map(),
    runningStage: stages.find(({ status }) => status === 'Running')?.name,
    logs: [],
    events: [],
    samples: [],
    outbox: [],
  };
}

/** The stage of this name, to be written to; `undefined` when the job has none. */
export function editStage(draft: Draft, name: string | undefined): DraftStage | undefined {
  if (name === undefined) return undefined;
  const stored = draft.stages.get(name);
  return draft.edited.get(name) ?? (stored && keep(draft, stored));
}

/** How many stages a job may have: a name that is new for every file or record is a mistake, and is said to be one. */
export const STAGES_MAX = 1_000;

/** A new stage after all others, not started. Throws VALIDATION_FAILED when there are too many. */
export function addStage(draft: Draft, name: string): DraftStage {
  if (draft.stages.size >= STAGES_MAX) {
    throw new ApiError('VALIDATION_FAILED', `a job can have ${STAGES_MAX} stages`, [
      { field: 'stageName', message: `"${name}" would be one more; use milestones or metrics` },
    ]);
  }
  return keep(draft, { name, order: draft.stages.size + 1, status: 'Pending', metrics: {} });
}

function keep(draft: Draft, stage: StageRecord): DraftStage {
  const copy = { ...stage, metrics: { ...stage.metrics } };
  draft.edited.set(stage.name, copy);
  draft.stages.set(stage.name, copy);
  return copy;
}

/** What is to be stored: all of it belongs together. */
export function closeDraft(draft: Draft, reportIds: readonly string[] = []): Changes {
  return {
    job: { ...draft.job, revision: draft.job.revision + 1 },
    reportIds,
    stages: [...draft.edited.values()],
    logs: draft.logs,
    events: draft.events,
    samples: draft.samples,
    outbox: draft.outbox,
  };
}
