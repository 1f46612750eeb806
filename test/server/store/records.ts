import type { Changes } from '../../../src/server/store/port.js';
import type { EventRecord, JobRecord, LogRecord } from '../../../src/server/store/records.js';

/** A moment of the examples. */
export const startMs = Date.parse('2024-01-20T10:30:00Z');

export const exampleJob: JobRecord = {
  id: 'cc0e8400-e29b-41d4-a716-446655440000',
  name: 'Customer ETL',
  priority: 'Normal',
  status: 'Running',
  createdAtMs: startMs,
  metrics: {},
  lastHeardMs: startMs,
  logCounts: { DEBUG: 0, INFO: 0, WARN: 0, ERROR: 0 },
  logSequence: 0,
  eventSequence: 0,
  revision: 1,
};

/** A job whose id ends with this number. */
export const jobNumbered = (number: number, fields: Partial<JobRecord> = {}): JobRecord => ({
  ...exampleJob,
  id: `cc0e8400-e29b-41d4-a716-${String(number).padStart(12, '0')}`,
  name: `Job ${number}`,
  createdAtMs: startMs + number,
  ...fields,
});

export const logEntry = (sequence: number, fields: Partial<LogRecord> = {}): LogRecord => ({
  sequence,
  timeMs: startMs + sequence,
  level: 'INFO',
  message: `Record ${sequence} loaded`,
  ...fields,
});

export const event = (sequence: number, fields: Partial<EventRecord> = {}): EventRecord => ({
  sequence,
  timeMs: startMs + sequence,
  type: 'Progress',
  isSub: false,
  details: {},
  ...fields,
});

/** Changes of a job and, unless told, nothing that belongs to it. */
export const changes = (job: JobRecord, parts: Partial<Omit<Changes, 'job'>> = {}): Changes => ({
  job,
  reportIds: [],
  stages: [],
  logs: [],
  events: [],
  samples: [],
  outbox: [],
  ...parts,
});
