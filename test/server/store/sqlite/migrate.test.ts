import Database from 'libsql';
import { expect, test } from 'vitest';
import {
  type Connection,
  createConnection,
} from '../../../../src/server/store/sqlite/connection.js';
import { migrate } from '../../../../src/server/store/sqlite/migrate.js';

const empty = (): Connection => createConnection(new Database(':memory:'));

const version = (connection: Connection): unknown => connection.get('PRAGMA user_version')?.[0];

const tables = (connection: Connection): readonly unknown[] =>
  connection.all('SELECT name FROM sqlite_schema ORDER BY name').map(([name]) => name);

const CREATE_A = 'CREATE TABLE a (x)';
const CREATE_B = 'CREATE TABLE b (x)';

test('a new database takes every step', () => {
  const connection = empty();
  migrate(connection, [CREATE_A, CREATE_B]);
  expect(tables(connection)).toEqual(['a', 'b']);
  expect(version(connection)).toBe(2);
});

test('an older database takes the steps that it misses', () => {
  const connection = empty();
  migrate(connection, [CREATE_A]);
  connection.run('INSERT INTO a VALUES (1)');
  migrate(connection, ['a step that it took before', CREATE_B]);
  expect(tables(connection)).toEqual(['a', 'b']);
  expect(connection.get('SELECT x FROM a')).toEqual([1]);
});

test('a database stays as it was when one of the steps fails', () => {
  const connection = empty();
  migrate(connection, [CREATE_A]);
  expect(() => migrate(connection, [CREATE_A, CREATE_B, 'no SQL'])).toThrow('near "no"');
  expect(tables(connection)).toEqual(['a']);
  expect(version(connection)).toBe(1);
});

test('the number by which other tools tell whose database it is says "jobt"', () => {
  const connection = empty();
  migrate(connection);
  const [id] = connection.get('PRAGMA application_id') ?? [];
  expect(Buffer.from(Number(id).toString(16), 'hex').toString()).toBe('jobt');
});
