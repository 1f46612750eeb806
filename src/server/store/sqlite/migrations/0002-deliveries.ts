/*
 * Where a subscription starts, and how far its webhooks are. "due_at_ms" says when the deliverer has to look next, and is
 * NULL as long as there is nothing to do: what is due is found by the index alone. Subscriptions of before this version
 * start with the events that came after them.
 */
export const deliveries = `
ALTER TABLE subscriptions ADD COLUMN start_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscriptions ADD COLUMN settled_sequence INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscriptions ADD COLUMN told TEXT NOT NULL DEFAULT '[]';
ALTER TABLE subscriptions ADD COLUMN delivered INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscriptions ADD COLUMN given_up INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscriptions ADD COLUMN attempts INTEGER NOT NULL DEFAULT 0;
ALTER TABLE subscriptions ADD COLUMN due_at_ms REAL;
ALTER TABLE subscriptions ADD COLUMN failing_since_ms REAL;
ALTER TABLE subscriptions ADD COLUMN last_failure ANY;
ALTER TABLE subscriptions ADD COLUMN disabled_at_ms REAL;
ALTER TABLE subscriptions ADD COLUMN disabled_reason TEXT;

CREATE INDEX subscriptions_by_due ON subscriptions (due_at_ms) WHERE due_at_ms IS NOT NULL;

UPDATE subscriptions SET start_sequence = (
  SELECT coalesce(max(sequence), 0) FROM outbox
  WHERE outbox.job = subscriptions.job AND outbox.created_at_ms < subscriptions.created_at_ms
);

UPDATE subscriptions SET
  settled_sequence = start_sequence,
  due_at_ms = CASE WHEN type = 'webhook' THEN created_at_ms END;
`;
