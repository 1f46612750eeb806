import { describe, expect, test } from 'vitest';
import type { TimelineOptions } from '../../../src/commands/timeline/command.js';
import { run } from '../../../src/commands/timeline/run.js';
import type { TimelineBody, TimelineParams } from '../../../src/contract/index.js';
import { EXAMPLE_JOB, example } from '../../helpers/examples.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

const plain: TimelineOptions = {
  jobId: undefined,
  subEvents: false,
  granularity: undefined,
  view: 'list',
};
const body = example<TimelineBody>('tr', 'timeline');

async function ran(
  options: Partial<TimelineOptions>,
  surroundings: FakeContextOptions = {},
  answer = body,
) {
  const asked: { jobId: string; params: TimelineParams | undefined }[] = [];
  const fake = await fakeContext({
    ...surroundings,
    client: {
      timeline: async (jobId, params) => {
        asked.push({ jobId, params });
        return answerWith(answer);
      },
    },
  });
  const exitCode = await run({ ...plain, ...options }, fake.context);
  return { exitCode, asked, stdout: fake.stdout(), stderr: fake.stderr() };
}

describe('jobtrack timeline', () => {
  test('asks for nothing that was not asked of it', async () => {
    expect((await ran({})).asked).toEqual([{ jobId: EXAMPLE_JOB, params: {} }]);
  });

  test('sends canonical values', async () => {
    const { asked } = await ran({ jobId: 'id', subEvents: true, granularity: 'major_events' });
    expect(asked).toEqual([
      { jobId: 'id', params: { includeSubEvents: true, granularity: 'major_events' } },
    ]);
  });

  test('prints the body as it came', async () => {
    const { stdout, exitCode } = await ran({}, { form: 'json' });
    expect(JSON.parse(stdout)).toEqual(body);
    expect(exitCode).toBe(0);
  });

  test('prints an event a line, the expected ones last', async () => {
    const { stdout } = await ran({ view: 'gantt' }, { form: 'ndjson' });
    const lines = stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as unknown);
    expect(lines).toEqual([...body.timeline, ...(body.upcomingEvents ?? [])]);
  });

  test('draws for people', async () => {
    expect((await ran({ view: 'gantt' })).stdout).toContain('Süreç Keşfi');
  });

  test('says on stderr that there is nothing', async () => {
    const { stdout, stderr, exitCode } = await ran({}, {}, { timeline: [] });
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: 'the timeline has no events\n',
      exitCode: 0,
    });
  });
});
