import { describe, expect, test } from 'vitest';
import type { DepsOptions } from '../../../src/commands/deps/options.js';
import { run } from '../../../src/commands/deps/run.js';
import type { DependenciesBody } from '../../../src/contract/index.js';
import { deps, names } from '../../helpers/dependencies.js';
import { EXAMPLE_JOB, example } from '../../helpers/examples.js';
import { answerWith, type FakeContextOptions, fakeContext } from '../../helpers/fake-context.js';

const body = example<DependenciesBody>('ja', 'dependencies');

async function ran(
  options: Partial<DepsOptions>,
  surroundings: FakeContextOptions = {},
  answer = body,
) {
  const asked: string[] = [];
  const fake = await fakeContext({
    ...surroundings,
    client: {
      dependencies: async (jobId) => {
        asked.push(jobId);
        return answerWith(answer);
      },
    },
  });
  const exitCode = await run(
    { jobId: undefined, format: 'tree', why: false, ...options },
    fake.context,
  );
  return { exitCode, asked, stdout: fake.stdout(), stderr: fake.stderr() };
}

describe('jobtrack deps', () => {
  test('asks for the job that is meant and draws it for people', async () => {
    const { asked, stdout, exitCode } = await ran({});
    expect(asked).toEqual([EXAMPLE_JOB]);
    expect(stdout).toContain('└─ ○ Weekly Report Generation');
    expect(exitCode).toBe(0);
  });

  test.each([false, true])('prints the body as it came, with --why %s', async (why) => {
    expect(JSON.parse((await ran({ why }, { form: 'json' })).stdout)).toEqual(body);
  });

  test('prints a job a line, prerequisites first', async () => {
    const { stdout } = await ran({}, { form: 'ndjson' });
    const { prerequisiteJobs, dependentJobs } = body.dependencies;
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line) as unknown),
    ).toEqual([...(prerequisiteJobs ?? []), ...(dependentJobs ?? [])]);
  });

  test('prints a graph for another program', async () => {
    expect((await ran({ format: 'dot' })).stdout).toMatch(/^digraph dependencies \{\n/);
    expect((await ran({ format: 'mermaid' })).stdout).toMatch(/^flowchart TD\n/);
  });

  test.each(['json', 'ndjson'] as const)(
    'refuses a graph’s language as %s, before any request',
    async (form) => {
      await expect(ran({ format: 'mermaid' }, { form })).rejects.toMatchObject({
        code: 'CONFLICTING_OPTIONS',
        facts: { options: ['--format mermaid', `--output ${form}`] },
      });
    },
  );

  test('says on stderr that there is nothing', async () => {
    const { stdout, stderr, exitCode } = await ran({}, {}, deps({}));
    expect({ stdout, stderr, exitCode }).toEqual({
      stdout: '',
      stderr: 'the job depends on nothing, and nothing waits for it\n',
      exitCode: 0,
    });
  });

  test('answers --why also where there is nothing', async () => {
    const { stdout, stderr } = await ran({ why: true }, {}, deps({}));
    expect({ stdout, stderr }).toEqual({ stdout: 'Nothing blocks this job.\n', stderr: '' });
  });

  test('says when Mermaid will refuse to draw a graph of this size', async () => {
    const star = deps({ edges: names(501).map((name) => `me > ${name}`) });
    expect((await ran({ format: 'mermaid' }, {}, star)).stderr).toBe(
      'the graph has 501 edges; Mermaid draws 500 unless its maxEdges is raised\n',
    );
    expect((await ran({ format: 'dot' }, {}, star)).stderr).toBe('');
  });
});
