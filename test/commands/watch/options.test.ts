import { expect, describe as group, test } from 'vitest';
import { flagShape } from '../../../src/commands/completion/flag-shape.js';
import { describe } from '../../../src/commands/watch/command.js';
import { parseWatchOptions } from '../../../src/commands/watch/options.js';
import { languages } from '../../../src/config/settings.js';
import { loadMessages } from '../../../src/i18n/load.js';
import { parseInvocation } from '../../../src/program.js';

const JOB = 'cc0e8400-e29b-41d4-a716-446655440000';
const OTHER = 'dd0e8400-e29b-41d4-a716-446655440001';

/** The options of a command line as commander takes it apart. */
async function typed(line: string) {
  const command = describe(await loadMessages('en'));
  const argv = ['watch', ...line.split(' ').filter((word) => word !== '')];
  const { args, flags } = parseInvocation(argv, command, []);
  return parseWatchOptions(args, flags);
}

const nothingSaid = {
  jobIds: [],
  intervalMs: undefined,
  timeoutMs: undefined,
  until: 'all',
  failFast: false,
  logLevel: undefined,
  waitForStartMs: undefined,
  mode: 'auto',
  isFullscreen: false,
  ringsBell: false,
};

test('without anything: the job of the settings, until all is done', async () => {
  expect(await typed('')).toEqual(nothingSaid);
});

test.each([
  [JOB, { jobIds: [JOB] }],
  [`${JOB} ${OTHER}`, { jobIds: [JOB, OTHER] }],
  [`${JOB} ${OTHER} ${JOB}`, { jobIds: [JOB, OTHER] }],
  [`${JOB} ${JOB.toUpperCase()}`, { jobIds: [JOB] }],
  ['-i 5s', { intervalMs: 5_000 }],
  ['--interval 250ms', { intervalMs: 250 }],
  ['--timeout 1h30m', { timeoutMs: 5_400_000 }],
  ['--until any', { until: 'any' }],
  ['--until FIRST-FAILURE', { until: 'first-failure' }],
  ['--fail-fast', { failFast: true }],
  ['--logs', { logLevel: 'WARN' }],
  ['--logs debug', { logLevel: 'DEBUG' }],
  ['--logs=Hata', { logLevel: 'ERROR' }],
  [`--logs ${JOB}`, { logLevel: 'WARN', jobIds: [JOB] }],
  [`--logs ${JOB} ${OTHER}`, { logLevel: 'WARN', jobIds: [JOB, OTHER] }],
  [`--logs error ${JOB}`, { logLevel: 'ERROR', jobIds: [JOB] }],
  ['--wait-for-start 1m', { waitForStartMs: 60_000 }],
  ['--mode plain', { mode: 'plain' }],
  ['--mode tty --fullscreen', { mode: 'tty', isFullscreen: true }],
  ['--bell', { ringsBell: true }],
])('watch %s', async (line, options) => {
  expect(await typed(line)).toEqual({ ...nothingSaid, ...options });
});

test.each([
  ['42', 'jobIds: "42" is not a GUID, such as cc0e8400-e29b-41d4-a716-446655440000'],
  [`${JOB} nope`, 'jobIds: "nope" is not a GUID'],
  [
    '-i 100ms',
    '--interval: "100ms" is not a duration such as 500ms, 30s, 15m, 2h or 1h30m, at least 250ms',
  ],
  ['-i 0', '--interval: "0" is not a duration'],
  ['--timeout soon', '--timeout: "soon" is not a duration'],
  ['--timeout 0s', '--timeout: "0s" is not a duration'],
  ['--until some', '--until: "some" is not one of all, any, first-failure'],
  ['--logs LOUD', '--logs: "LOUD" is not one of DEBUG, INFO, WARN, ERROR'],
  ['--wait-for-start 1', '--wait-for-start: "1" is not a duration'],
  ['--mode teletype', '--mode: "teletype" is not one of auto, tty, plain'],
  ['--fullscreen --mode plain', "--fullscreen and --mode plain can't be used together"],
])('watch %s is refused', async (line, message) => {
  await expect(typed(line)).rejects.toThrow(message);
});

group('the help', () => {
  test('has the flags of the command line page', async () => {
    const command = describe(await loadMessages('en'));
    expect(command.flags.map(({ flags }) => flags)).toEqual([
      '-i, --interval <duration>',
      '--timeout <duration>',
      '--until <when>',
      '--fail-fast',
      '--logs [level]',
      '--wait-for-start <duration>',
      '--mode <mode>',
      '--fullscreen',
      '--bell',
    ]);
  });

  test.each(languages)('explains every flag and gives three examples in %s', async (language) => {
    const command = describe(await loadMessages(language));
    expect(command.flags.every(({ description }) => description !== '')).toBe(true);
    expect(command.examples).toHaveLength(3);
  });

  test('lets the shell complete levels behind --logs, and modes', async () => {
    const shapes = describe(await loadMessages('en')).flags.map(flagShape);
    const shapeOf = (name: string) => shapes.find(({ names }) => names.includes(name));
    expect(shapeOf('--logs')).toMatchObject({
      value: 'optional',
      choices: ['DEBUG', 'INFO', 'WARN', 'ERROR'],
    });
    expect(shapeOf('--mode')).toMatchObject({ choices: ['auto', 'tty', 'plain'] });
  });
});
