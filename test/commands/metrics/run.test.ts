import { describe, expect, it, vi } from 'vitest';
import type { Client } from '../../../src/client/types.js';
import type { MetricsOptions } from '../../../src/commands/metrics/options.js';
import { run } from '../../../src/commands/metrics/run.js';
import type { OutputForm } from '../../../src/config/settings.js';
import type { MetricsBody } from '../../../src/contract/index.js';
import { EXAMPLE_JOB, example } from '../../helpers/examples.js';
import { answerWith, fakeContext } from '../../helpers/fake-context.js';

const body = example<MetricsBody>('ja', 'metrics');

async function runWith(
  options: Partial<MetricsOptions>,
  answer: MetricsBody = body,
  form: OutputForm = 'human',
) {
  const metrics = vi.fn<Client['metrics']>(async () => answerWith(answer));
  const { context, stdout, stderr } = await fakeContext({ form, client: { metrics } });
  const code = await run({ jobId: undefined, history: false, ...options }, context);
  return { code, asked: metrics.mock.calls[0]?.slice(0, 2), stdout: stdout(), stderr: stderr() };
}

describe('jobtrack metrics', () => {
  it('asks for nothing that was not asked of it', async () => {
    const { asked, code } = await runWith({});
    expect(asked).toEqual([EXAMPLE_JOB, {}]);
    expect(code).toBe(0);
  });

  it('asks for the interval, the groups and the past', async () => {
    const { asked } = await runWith({ interval: '15m', metrics: ['disk'], history: true });
    expect(asked).toEqual([
      EXAMPLE_JOB,
      { interval: '15m', metrics: ['disk'], includeHistory: true },
    ]);
  });

  it('prints the body as it came with -o json', async () => {
    const { stdout } = await runWith({}, body, 'json');
    expect(JSON.parse(stdout)).toEqual(body);
  });

  it('prints the body in one line with -o ndjson', async () => {
    const { stdout } = await runWith({}, body, 'ndjson');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([body]);
  });

  it('prints the samples of the past, one a line, with --history -o ndjson', async () => {
    const { stdout } = await runWith({ history: true }, body, 'ndjson');
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines).toEqual(body.historicalMetrics);
  });

  it('says that there is no past, and goes on', async () => {
    const { stdout, stderr, code } = await runWith(
      { history: true },
      { ...body, historicalMetrics: [] },
    );
    expect(stdout).toContain('Resources CPU: 67%');
    expect(stderr).toBe('The server has no history of this job yet.\n');
    expect(code).toBe(0);
  });

  it('says that the server sent nothing of what was asked for', async () => {
    const { stdout, stderr, code } = await runWith({ metrics: ['disk'] }, { currentMetrics: {} });
    expect(stdout).toBe('');
    expect(stderr).toBe('The server sent none of these metrics.\n');
    expect(code).toBe(0);
  });
});
