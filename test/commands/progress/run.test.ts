import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../src/client/types.js';
import { describe as describeCommand } from '../../../src/commands/progress/command.js';
import { run } from '../../../src/commands/progress/run.js';
import { en } from '../../../src/i18n/en/index.js';
import { EXAMPLE_JOB } from '../../helpers/examples.js';
import { answerWith, fakeContext } from '../../helpers/fake-context.js';
import { completedJob, runningJob } from './jobs.js';

describe('jobtrack progress', () => {
  it('takes the job from its argument, or leaves it to the settings', () => {
    const command = describeCommand(en);
    expect(command.parse([EXAMPLE_JOB], {})).toEqual({ jobId: EXAMPLE_JOB });
    expect(command.parse([], {})).toEqual({ jobId: undefined });
  });

  it('asks once, and tells times from the clock of the server', async () => {
    const progress = vi.fn<Client['progress']>(async () => answerWith(runningJob()));
    const { context, stdout, stderr } = await fakeContext({ client: { progress } });
    expect(await run({ jobId: EXAMPLE_JOB }, context)).toBe(0);
    expect(progress.mock.calls).toEqual([[EXAMPLE_JOB, { signal: context.signal }]]);
    expect(stdout()).toContain('Elapsed: 15m 33s, since 2024-01-20T10:30:00Z\n');
    expect(stderr()).toBe('');
  });

  it("tells times from this machine's clock where the server does not say its own", async () => {
    const answer = { ...answerWith(runningJob()), serverTimeMs: undefined };
    const { context, stdout } = await fakeContext({ client: { progress: async () => answer } });
    await run({ jobId: undefined }, context);
    expect(stdout()).toContain('Remaining: 6m 27s');
  });

  it.each(['json', 'ndjson'] as const)('prints the body as it came with -o %s', async (form) => {
    const body = { ...completedJob(), unknown: { kept: [1, null] } };
    const { context, stdout } = await fakeContext({
      form,
      client: { progress: async () => answerWith(body) },
    });
    await run({ jobId: undefined }, context);
    expect(JSON.parse(stdout())).toEqual(body);
    expect(stdout().trimEnd().split('\n')).toHaveLength(1);
  });
});
