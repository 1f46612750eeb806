import { describe, expect, it } from 'vitest';
import { type Answering, createAnswering } from './answering.js';

const id = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** 1 runs; 2 waits for 1; 3 waits for 1 and 2; 4 waits for 3. */
function chain(): Answering {
  const server = createAnswering();
  const add = (number: number, after: number[]) =>
    server.tracker.register({ jobId: id(number), jobName: `Job ${number}`, after: after.map(id) });
  add(1, []);
  add(2, [1]);
  add(3, [1, 2]);
  add(4, [3]);
  return server;
}

describe('the dependencies of a job', () => {
  it('list its neighbours and say what waits for what', () => {
    const { dependencies } = chain().answers.dependencies(id(3), 'en');
    expect(dependencies).toEqual({
      prerequisiteJobs: [
        {
          jobId: id(1),
          jobName: 'Job 1',
          status: 'Running',
          dependency: 'Has to complete before this job starts',
        },
        {
          jobId: id(2),
          jobName: 'Job 2',
          status: 'Queued',
          dependency: 'Has to complete before this job starts',
        },
      ],
      resourceDependencies: [],
      dependentJobs: [
        { jobId: id(4), jobName: 'Job 4', status: 'Queued', waitingFor: 'Completion of Job 3' },
      ],
    });
  });

  it('draw all jobs before and after it, however far away', () => {
    const { dependencyGraph } = chain().answers.dependencies(id(4), 'en');
    expect(dependencyGraph?.nodes).toEqual([
      { id: id(2), type: 'PrerequisiteJob', status: 'Queued' },
      { id: id(1), type: 'PrerequisiteJob', status: 'Running' },
      { id: id(3), type: 'PrerequisiteJob', status: 'Queued' },
      { id: id(4), type: 'CurrentJob', status: 'Queued' },
    ]);
    const edges = dependencyGraph?.edges?.map(
      ({ from, to, type }) => `${from.at(-1)}→${to.at(-1)} ${type}`,
    );
    expect(edges).toEqual([
      '1→2 prerequisite',
      '2→3 prerequisite',
      '1→3 prerequisite',
      '3→4 prerequisite',
    ]);
    const after = chain().answers.dependencies(id(1), 'en').dependencyGraph;
    expect(after?.nodes).toHaveLength(4);
    expect(after?.edges?.map(({ type }) => type)).toEqual(Array(4).fill('dependency'));
  });

  it('tell what holds a job back, and what did', () => {
    const { answers, report, pass } = chain();
    expect(answers.dependencies(id(3), 'tr').blockingConditions).toEqual([
      { condition: 'Job 1 tamamlanmadı', status: 'Active' },
      { condition: 'Job 2 tamamlanmadı', status: 'Active' },
    ]);
    pass(60);
    report(id(1), { type: 'finish', status: 'Completed' });
    expect(answers.dependencies(id(3), 'en').blockingConditions).toEqual([
      {
        condition: 'Job 1 has not completed',
        status: 'Resolved',
        resolvedAt: '2024-01-20T10:31:00Z',
        resolution: 'Job 1 completed',
      },
      { condition: 'Job 2 has not completed', status: 'Active' },
    ]);
  });

  it('name the prerequisite that a job failed with', () => {
    const { answers, report } = chain();
    report(id(1), { type: 'finish', status: 'Failed' });
    const body = answers.dependencies(id(2), 'en');
    expect(body.dependencyGraph?.nodes?.find(({ type }) => type === 'CurrentJob')?.status).toBe(
      'Failed',
    );
    expect(body.blockingConditions).toEqual([
      { condition: 'Job 1 has not completed', status: 'Active' },
    ]);
    expect(body.dependencies.dependentJobs?.[0]).not.toHaveProperty('waitingFor');
  });
});

describe('the place where a job runs', () => {
  it('holds a job back while all of them are taken', () => {
    const { answers, tracker } = createAnswering({ maxRunning: 1 });
    tracker.register({ jobId: id(1), jobName: 'First' });
    tracker.register({ jobId: id(2), jobName: 'Second' });
    const waiting = answers.dependencies(id(2), 'en');
    expect(waiting.blockingConditions).toEqual([
      { condition: 'No free worker slot: 1 job at a time', status: 'Active' },
    ]);
    expect(waiting.dependencies.resourceDependencies).toEqual([
      { resourceType: 'WorkerSlot', resourceName: 'Worker slot, 1 in all', status: 'Unavailable' },
    ]);
    expect(answers.dependencies(id(1), 'en').dependencies.resourceDependencies).toEqual([
      {
        resourceType: 'WorkerSlot',
        resourceName: 'Worker slot, 1 in all',
        status: 'Allocated',
        allocatedAt: '2024-01-20T10:30:00Z',
      },
    ]);
  });

  it('is available to a job that waits for others only', () => {
    const { answers, tracker } = createAnswering({ maxRunning: 2 });
    tracker.register({ jobId: id(1), jobName: 'First' });
    tracker.register({ jobId: id(2), jobName: 'Second', after: [id(1)] });
    expect(answers.dependencies(id(2), 'en').dependencies.resourceDependencies).toMatchObject([
      { status: 'Available' },
    ]);
  });
});
