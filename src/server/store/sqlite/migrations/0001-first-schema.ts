/*
 * "job" is always jobs.number. Rows that a job has many of hang on no foreign key: they go after their job, piece by
 * piece (see prune.ts); what a job has few of goes with it. A column of free text is ANY, because a text that holds
 * a NUL is stored as bytes (see row-shape.ts). Amounts and times are REAL:
 * a reporter may count in fractions, and whole numbers take no more room for it.
 */
export const firstSchema = `
CREATE TABLE state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL,
  sqlite_version TEXT NOT NULL
) STRICT;

INSERT INTO state VALUES (1, 0, sqlite_version());

CREATE TABLE jobs (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  id ANY NOT NULL UNIQUE,
  name ANY NOT NULL,
  type ANY,
  priority TEXT NOT NULL,
  submitted_by ANY,
  status TEXT NOT NULL,
  created_at_ms REAL NOT NULL,
  started_at_ms REAL,
  ended_at_ms REAL,
  percent REAL,
  records_processed REAL,
  total_records REAL,
  activity TEXT,
  memory_limit_bytes REAL,
  cpu_cores REAL,
  quality TEXT,
  metrics TEXT NOT NULL,
  exit_code REAL,
  reason ANY,
  heartbeat_ms REAL,
  last_heard_ms REAL NOT NULL,
  log_counts TEXT NOT NULL,
  registration ANY,
  told TEXT,
  log_sequence INTEGER NOT NULL,
  event_sequence INTEGER NOT NULL,
  revision INTEGER NOT NULL,
  outbox_sequence INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE INDEX jobs_by_age ON jobs (created_at_ms, status, submitted_by);
CREATE INDEX jobs_by_end ON jobs (ended_at_ms) WHERE ended_at_ms IS NOT NULL;
CREATE INDEX jobs_by_type ON jobs (type, ended_at_ms) WHERE status = 'Completed';

CREATE TABLE prerequisites (
  job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
  place INTEGER NOT NULL,
  after_id ANY NOT NULL,
  PRIMARY KEY (job, place)
) STRICT, WITHOUT ROWID;

CREATE INDEX prerequisites_by_after ON prerequisites (after_id);

CREATE TABLE stages (
  job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
  name ANY NOT NULL,
  "order" INTEGER NOT NULL,
  status TEXT NOT NULL,
  started_at_ms REAL,
  ended_at_ms REAL,
  percent REAL,
  records_processed REAL,
  total_records REAL,
  expected_duration_ms REAL,
  metrics TEXT NOT NULL,
  told TEXT,
  PRIMARY KEY (job, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE subscriptions (
  id ANY PRIMARY KEY NOT NULL,
  job INTEGER NOT NULL REFERENCES jobs (number) ON DELETE CASCADE,
  type TEXT NOT NULL,
  webhook_url ANY,
  events TEXT NOT NULL,
  min_progress_increment REAL,
  include_debug_events INTEGER NOT NULL,
  notify_on_errors INTEGER NOT NULL,
  bearer_token ANY,
  secret ANY NOT NULL,
  created_at_ms REAL NOT NULL,
  expires_at_ms REAL NOT NULL
) STRICT;

CREATE INDEX subscriptions_by_job ON subscriptions (job, created_at_ms);

CREATE TABLE reports (
  job INTEGER NOT NULL,
  report_id ANY NOT NULL,
  PRIMARY KEY (job, report_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE logs (
  job INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  time_ms REAL NOT NULL,
  level INTEGER NOT NULL,
  component ANY,
  stage ANY,
  message ANY NOT NULL,
  details TEXT,
  PRIMARY KEY (job, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE log_blocks (
  job INTEGER NOT NULL,
  block INTEGER NOT NULL,
  first_ms REAL NOT NULL,
  last_ms REAL NOT NULL,
  levels INTEGER NOT NULL,
  PRIMARY KEY (job, block)
) STRICT, WITHOUT ROWID;

CREATE TABLE events (
  job INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  time_ms REAL NOT NULL,
  type TEXT NOT NULL,
  is_sub INTEGER NOT NULL,
  stage_name ANY,
  text ANY,
  percent REAL,
  details TEXT NOT NULL,
  PRIMARY KEY (job, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE samples (
  number INTEGER PRIMARY KEY,
  job INTEGER NOT NULL,
  time_ms REAL NOT NULL,
  stage ANY,
  cpu_percent REAL,
  memory_bytes REAL,
  disk_read_bytes REAL,
  disk_write_bytes REAL,
  network_in_bytes REAL,
  network_out_bytes REAL,
  connections REAL,
  processes REAL,
  records_processed REAL
) STRICT;

CREATE INDEX samples_by_time ON samples (job, time_ms);

CREATE TABLE outbox (
  job INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  id ANY NOT NULL UNIQUE,
  event TEXT NOT NULL,
  created_at_ms REAL NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (job, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE removals (job INTEGER PRIMARY KEY) STRICT;
`;
