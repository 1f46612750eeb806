import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { apiErrors } from '../../../src/server/api-error.js';

test('docs/server.md has every error that the server answers with, under its status', () => {
  const text = readFileSync(join(import.meta.dirname, '../../../docs/server.md'), 'utf8');
  const documented = [...text.matchAll(/^\| (\d{3}) +\| ([A-Z_, ]+?) +\|/gm)].flatMap(
    ([, status, codes = '']) => codes.split(', ').map((code) => [code, Number(status)]),
  );
  expect(Object.fromEntries(documented)).toEqual(apiErrors);
});
