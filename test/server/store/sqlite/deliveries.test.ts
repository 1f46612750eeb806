import Database from 'libsql';
import { expect, test } from 'vitest';
import {
  type Connection,
  createConnection,
} from '../../../../src/server/store/sqlite/connection.js';
import { migrate } from '../../../../src/server/store/sqlite/migrate.js';
import { migrations } from '../../../../src/server/store/sqlite/migrations/index.js';

const memory = (): Connection => createConnection(new Database(':memory:'));

test('a database of before knows where its subscriptions start', () => {
  const connection = memory();
  migrate(connection, migrations.slice(0, 1));
  connection.script(`
    INSERT INTO jobs (number, id, name, priority, status, created_at_ms, metrics, last_heard_ms, log_counts,
      log_sequence, event_sequence, revision, outbox_sequence)
    VALUES (1, 'j', 'Nightly', 'Normal', 'Running', 0, '{}', 0, '{}', 0, 0, 1, 3);
    INSERT INTO outbox VALUES (1, 1, 'a', 'warning', 10, '{}'), (1, 2, 'b', 'warning', 20, '{}'),
      (1, 3, 'c', 'warning', 30, '{}');
    INSERT INTO subscriptions (id, job, type, events, include_debug_events, notify_on_errors, secret, created_at_ms,
      expires_at_ms)
    VALUES ('early', 1, 'webhook', '[]', 0, 1, 's', 5, 99), ('late', 1, 'webhook', '[]', 0, 1, 's', 25, 99),
      ('socket', 1, 'websocket', '[]', 0, 1, 's', 25, 99);
  `);
  migrate(connection);
  const columns = 'id, start_sequence, settled_sequence, due_at_ms';
  expect(connection.all(`SELECT ${columns} FROM subscriptions ORDER BY rowid`)).toEqual([
    ['early', 0, 0, 5],
    ['late', 2, 2, 25],
    ['socket', 2, 2, null],
  ]);
});

test('what is due is found by the index, without looking at any other subscription', () => {
  const connection = memory();
  migrate(connection);
  const planOf = (sql: string): string =>
    connection
      .all(`EXPLAIN QUERY PLAN ${sql}`)
      .map((row) => row.at(-1))
      .join('; ');
  expect(
    planOf('SELECT id FROM subscriptions WHERE due_at_ms <= 1 ORDER BY due_at_ms LIMIT 9'),
  ).toBe('SEARCH subscriptions USING INDEX subscriptions_by_due (due_at_ms<?)');
  expect(planOf('SELECT min(due_at_ms) FROM subscriptions WHERE due_at_ms > 1')).toContain(
    'INDEX subscriptions_by_due (due_at_ms>?)',
  );
});

test('only what is written without the disk is, and everything after it is flushed again', () => {
  const connection = memory();
  migrate(connection);
  connection.script('PRAGMA synchronous = FULL');
  const level = (): unknown => connection.get('PRAGMA synchronous')?.[0];
  const [NORMAL, FULL] = [1, 2];
  expect(connection.unflushed(level)).toBe(NORMAL);
  expect(level()).toBe(FULL);
  expect(() =>
    connection.unflushed(() => {
      throw new Error('no');
    }),
  ).toThrow('no');
  expect(level()).toBe(FULL);
  expect(connection.transaction(() => connection.unflushed(level))).toBe(FULL);
});
