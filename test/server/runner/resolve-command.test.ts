import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { resolveCommand } from '../../../src/server/runner/resolve-command.js';
import { temporaryFolder } from '../../helpers/cli.js';

function folders() {
  const cwd = temporaryFolder();
  for (const name of ['one', 'two', 'one/shadow']) mkdirSync(join(cwd, name));
  writeFileSync(join(cwd, 'two/tool'), '', { mode: 0o755 });
  writeFileSync(join(cwd, 'two/shadow'), '', { mode: 0o755 });
  return { cwd, searchPath: `one:${join(cwd, 'two')}` };
}

test('a name is looked up in the folders of PATH; a folder of that name is passed over', () => {
  const place = folders();
  expect(resolveCommand('tool', place)).toEqual({ ok: true, path: join(place.cwd, 'two/tool') });
  expect(resolveCommand('shadow', place)).toEqual({
    ok: true,
    path: join(place.cwd, 'two/shadow'),
  });
});

test('a path is taken as it is, from the working folder', () => {
  const place = folders();
  expect(resolveCommand('./two/tool', place)).toEqual({
    ok: true,
    path: join(place.cwd, 'two/tool'),
  });
});

test('what is not there ends with 127, a folder with 126', () => {
  const place = folders();
  expect(resolveCommand('nowhere', place)).toEqual({
    ok: false,
    exitCode: 127,
    reason: 'nowhere: command not found',
  });
  expect(resolveCommand('./one', place)).toEqual({
    ok: false,
    exitCode: 126,
    reason: './one: is a directory',
  });
});

test('a file that may not be run ends with 126', () => {
  const place = folders();
  writeFileSync(join(place.cwd, 'two/data'), '', { mode: 0o644 });
  expect(resolveCommand('data', place)).toEqual({
    ok: false,
    exitCode: 126,
    reason: 'data: permission denied',
  });
});
