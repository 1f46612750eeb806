import { linkSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runDemoJob } from '../../../src/server/demo/job.js';
import { temporaryFolder } from '../../helpers/cli.js';
import { createFakeClock } from '../../helpers/fake-clock.js';

/** A folder with three files, two of them equal, one with a second name, an empty one, and a link that leads nowhere. */
function someFiles(): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'inner'));
  writeFileSync(join(folder, 'a.txt'), 'x'.repeat(1_000_000));
  writeFileSync(join(folder, 'b.txt'), 'something else');
  writeFileSync(join(folder, 'inner/copy.txt'), 'x'.repeat(1_000_000));
  writeFileSync(join(folder, 'empty'), '');
  linkSync(join(folder, 'b.txt'), join(folder, 'inner/same-file.txt'));
  symlinkSync(join(folder, 'gone'), join(folder, 'lost'));
  return folder;
}

async function linesOf(folder: string): Promise<string[]> {
  const lines: string[] = [];
  const clock = createFakeClock(0);
  await runDemoJob({
    folders: [folder],
    print: (line) => lines.push(line.replaceAll(folder, '')),
    clock,
    budgetMs: 10_000,
  });
  return lines;
}

test('it tells what it finds, and nothing that it did not find', async () => {
  const lines = await linesOf(someFiles());
  expect(lines).toEqual([
    '::jobtrack stage name="Find files" state="pending"::',
    '::jobtrack stage name="Read and hash" state="pending"::',
    '::jobtrack stage name="Compare" state="pending"::',
    '::jobtrack stage name="Report" state="pending"::',
    '::jobtrack stage name="Find files"::',
    '::jobtrack progress records=3::',
    '{"level":"info","msg":"files found","count":3,"size":"2.0 MB"}',
    '{"level":"warn","msg":"links lead nowhere","count":1,"example":"/lost"}',
    '::jobtrack metric filesFound=3::',
    '::jobtrack stage name="Read and hash"::',
    '::jobtrack progress records=3 total=3::',
    '{"level":"info","msg":"files read in the time there was","read":3,"found":3}',
    '::jobtrack milestone message="Files read: 3"::',
    '::jobtrack stage name="Compare" total=1::',
    '::jobtrack progress records=1 total=1::',
    '::jobtrack metric equalGroups=1::',
    '::jobtrack stage name="Report"::',
    '{"level":"warn","msg":"files hold the same bytes","files":2,"size":"1.0 MB","path":"/a.txt"}',
    '{"level":"info","msg":"done","files":3,"equalGroups":1,"wastedBytes":1000000,"brokenLinks":1}',
    '::jobtrack milestone message="Stored more than once: 1.0 MB"::',
  ]);
});

test('a folder that is not there is no reason to fail', async () => {
  const lines = await linesOf(join(temporaryFolder(), 'nowhere'));
  expect(lines).toContain(`{"level":"warn","msg":"folders can't be read","count":1,"example":""}`);
  expect(lines.at(-1)).toBe('::jobtrack milestone message="Stored more than once: 0.0 MB"::');
});
