import { expect, test } from 'vitest';
import { describe } from '../../../src/commands/batch/command.js';
import { parseBatchOptions } from '../../../src/commands/batch/options.js';
import { languages } from '../../../src/config/settings.js';
import { loadMessages } from '../../../src/i18n/load.js';

const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';

test('without anything: all jobs, in the order of the server, without resources', () => {
  expect(parseBatchOptions([], {})).toEqual({ jobIds: [], showsMetrics: false });
});

test('every flag becomes an option', () => {
  const flags = { status: 'running', submittedBy: 'user123', metrics: true, sort: 'ETA' };
  expect(parseBatchOptions([JOB], flags)).toEqual({
    jobIds: [JOB],
    status: 'Running',
    submittedBy: 'user123',
    showsMetrics: true,
    sort: 'eta',
  });
});

test.each([
  ['Kuyrukta', 'Queued'],
  ['çalışıyor', 'Running'],
  ['失敗', 'Failed'],
  ['COMPLETED', 'Completed'],
])('the status %s means %s', (status, meant) => {
  expect(parseBatchOptions([], { status }).status).toBe(meant);
});

test.each([
  [[JOB, '42'], {}, 'jobIds: "42" is not a GUID, such as cc0e8400-e29b-41d4-a716-446655440000'],
  [
    [],
    { status: 'Pending' },
    '--status: "Pending" is not one of Running, Queued, Completed, Failed',
  ],
  [
    [],
    { status: 'Cancelled' },
    '--status: "Cancelled" is not one of Running, Queued, Completed, Failed',
  ],
  [[], { sort: 'size' }, '--sort: "size" is not one of progress, start, eta, name, status'],
])('%j with %j is refused', (args, flags, message) => {
  expect(() => parseBatchOptions(args, flags)).toThrow(message);
});

test('every language explains the command', async () => {
  for (const language of languages) {
    const command = describe(await loadMessages(language));
    expect(command.flags.map(({ flags }) => flags)).toEqual([
      '--status <status>',
      '--submitted-by <user>',
      '--metrics',
      '--sort <key>',
      '-w, --watch [interval]',
    ]);
    expect(command.flags.every(({ description }) => description !== '')).toBe(true);
  }
});
