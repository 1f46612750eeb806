import { expect, test } from 'vitest';
import { commandList } from '../../../src/commands/command-list.js';
import { takeJobAndWatch, takeWatch } from '../../../src/commands/refresh/flag.js';
import { en } from '../../../src/i18n/en/index.js';
import { parseInvocation } from '../../../src/program.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';

const OTHER_JOB = 'dd0e8400-e29b-41d4-a716-446655440000';

test('without -w there is nothing to watch', () => {
  expect(takeWatch([EXAMPLE_JOB], {})).toEqual({ args: [EXAMPLE_JOB], watch: undefined });
});

test('-w alone leaves the interval to the settings', () => {
  expect(takeWatch([], { watch: true })).toEqual({ args: [], watch: { intervalMs: undefined } });
});

test('-w takes an interval', () => {
  expect(takeWatch([], { watch: '5s' }).watch).toEqual({ intervalMs: 5_000 });
  expect(takeWatch([], { watch: '250ms' }).watch).toEqual({ intervalMs: 250 });
});

test('a job right behind -w is a job and no interval', () => {
  expect(takeWatch([OTHER_JOB], { watch: EXAMPLE_JOB })).toEqual({
    args: [EXAMPLE_JOB, OTHER_JOB],
    watch: { intervalMs: undefined },
  });
  expect(takeJobAndWatch('progress', [], { watch: EXAMPLE_JOB })).toEqual({
    jobId: EXAMPLE_JOB,
    watch: { intervalMs: undefined },
  });
});

test.each(['often', '100ms', '5', '-5s', ''])('the interval %j is refused', (watch) => {
  expect(() => takeWatch([], { watch })).toThrow(
    expect.objectContaining({
      code: 'INVALID_VALUE',
      facts: expect.objectContaining({
        name: '--watch',
        value: watch,
        allowed: { kind: 'duration', atLeastMs: 250 },
      }),
    }),
  );
});

test('a second job is refused also where the first one stands right behind -w', () => {
  expect(() => takeJobAndWatch('deps', [OTHER_JOB], { watch: EXAMPLE_JOB })).toThrow(
    expect.objectContaining({
      code: 'TOO_MANY_ARGUMENTS',
      facts: { command: 'jobtrack deps', extra: OTHER_JOB },
    }),
  );
});

/** The options of a command line of jobtrack. */
async function optionsOf(...argv: string[]): Promise<unknown> {
  const listed = commandList.find(({ name }) => name === argv[0]);
  const command = await listed?.load(en);
  if (command === undefined) throw new Error(`no command ${argv[0]}`);
  const { args, flags } = parseInvocation(argv, command, []);
  return command.parse(args, flags);
}

test.each(['progress', 'timeline', 'metrics', 'deps'])(
  '%s takes it wherever it stands',
  async (name) => {
    const fiveSeconds = { jobId: EXAMPLE_JOB, watch: { intervalMs: 5_000 } };
    expect(await optionsOf(name, EXAMPLE_JOB, '-w', '5s')).toMatchObject(fiveSeconds);
    expect(await optionsOf(name, '--watch=5s', EXAMPLE_JOB)).toMatchObject(fiveSeconds);
    const usual = { jobId: EXAMPLE_JOB, watch: { intervalMs: undefined } };
    expect(await optionsOf(name, EXAMPLE_JOB, '-w')).toMatchObject(usual);
    expect(await optionsOf(name, '-w', EXAMPLE_JOB)).toMatchObject(usual);
    expect(await optionsOf(name, EXAMPLE_JOB)).toMatchObject({ watch: undefined });
  },
);

test('batch takes it before its jobs, and behind them', async () => {
  const jobIds = [EXAMPLE_JOB, OTHER_JOB];
  const usual = { jobIds, watch: { intervalMs: undefined } };
  expect(await optionsOf('batch', '-w', ...jobIds)).toMatchObject(usual);
  expect(await optionsOf('batch', ...jobIds, '-w')).toMatchObject(usual);
  expect(await optionsOf('batch', '-w', '1m', ...jobIds)).toMatchObject({
    jobIds,
    watch: { intervalMs: 60_000 },
  });
});

test('a graph for another program is one document, and can not be shown again and again', async () => {
  await expect(optionsOf('deps', '-w', '--format', 'dot')).rejects.toMatchObject({
    code: 'CONFLICTING_OPTIONS',
    facts: { options: ['--watch', '--format dot'] },
  });
});
