import { describe, expect, it } from 'vitest';
import { createAnswering } from './answering.js';

const id = (number: number): string =>
  `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;

describe('what an answer rests on', () => {
  it('stays the same while only time passes or another job goes on', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: id(1), jobName: 'One' });
    tracker.register({ jobId: id(2), jobName: 'Two' });
    const before = answers.revision(id(1));
    pass(60);
    report(id(2), { type: 'progress', percent: 10 });
    expect(answers.revision(id(1))).toBe(before);
  });

  it('changes with the job itself, and with any job for what is asked of all', () => {
    const { answers, tracker, report } = createAnswering();
    tracker.register({ jobId: id(1), jobName: 'One' });
    const before = [answers.revision(id(1)), answers.revision(undefined)];
    report(id(1), { type: 'log', message: 'a line' });
    expect(answers.revision(id(1))).not.toBe(before[0]);
    expect(answers.revision(undefined)).not.toBe(before[1]);
  });

  it('changes with the jobs that wait for it, however far away', () => {
    const { answers, tracker, report } = createAnswering();
    tracker.register({ jobId: id(1), jobName: 'One' });
    const alone = answers.revision(id(1));
    tracker.register({ jobId: id(2), jobName: 'Two', after: [id(1)] });
    tracker.register({ jobId: id(3), jobName: 'Three', after: [id(2)] });
    const before = answers.revision(id(1));
    expect(before).not.toBe(alone);
    report(id(3), { type: 'finish', status: 'Cancelled' });
    expect(answers.revision(id(1))).not.toBe(before);
  });

  it('changes when a job of its type completes, since it is compared with it', () => {
    const { answers, tracker, report, pass } = createAnswering();
    tracker.register({ jobId: id(1), jobName: 'One', jobType: 'Import' });
    tracker.register({ jobId: id(2), jobName: 'Two', jobType: 'Import' });
    const before = answers.revision(id(1));
    expect(answers.metrics(id(1), {}, 'en').benchmarks).toBeUndefined();
    pass(10);
    report(id(2), { type: 'finish', status: 'Completed' });
    expect(answers.revision(id(1))).not.toBe(before);
    expect(answers.metrics(id(1), {}, 'en').benchmarks).toBeDefined();
  });

  it('is everything for a job that waits, since its turn is', () => {
    const { answers, tracker, report } = createAnswering({ maxRunning: 1 });
    tracker.register({ jobId: id(1), jobName: 'One' });
    tracker.register({ jobId: id(2), jobName: 'Two' });
    const before = answers.revision(id(2));
    report(id(1), { type: 'progress', percent: 10 });
    expect(answers.revision(id(2))).not.toBe(before);
  });
});
