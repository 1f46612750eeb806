import { describe, expect, test } from 'vitest';
import { createChangeBell } from '../../../src/server/events/changes.js';
import { createTracking, finish, guid, log } from '../tracking.js';

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const never = (failure: unknown): never => {
  throw failure;
};

describe('the bell of changes', () => {
  test('is heard after the work is done, once for several changes', async () => {
    const bell = createChangeBell(never);
    const heard: string[] = [];
    bell.onChange('a', () => heard.push('a'));
    bell.onChange('b', () => heard.push('b'));
    bell.onAnyChange((jobId) => heard.push(`any ${jobId}`));
    bell.ring(['a', 'c']);
    bell.ring(['a']);
    expect(heard).toEqual([]);
    await settled();
    expect(heard).toEqual(['any a', 'a', 'any c']);
    bell.ring(['a']);
    await settled();
    expect(heard.slice(3)).toEqual(['any a', 'a']);
  });

  test('rings again for a change that is made while it is heard', async () => {
    const bell = createChangeBell(never);
    let heard = 0;
    bell.onChange('a', () => {
      heard += 1;
      if (heard < 3) bell.ring(['a']);
    });
    bell.ring(['a']);
    await settled();
    expect(heard).toBe(3);
  });

  test('is not heard by who has left, also among others and in the middle', async () => {
    const bell = createChangeBell(never);
    const heard: string[] = [];
    const leave = bell.onChange('a', () => heard.push('left'));
    bell.onChange('a', () => heard.push('stays'));
    const leaveAll = bell.onAnyChange(() => heard.push('any'));
    leave();
    leave();
    leaveAll();
    bell.ring(['a']);
    await settled();
    expect(heard).toEqual(['stays']);
  });

  test('is heard by everybody when somebody fails at it', async () => {
    const failures: unknown[] = [];
    const bell = createChangeBell((failure) => failures.push(failure));
    const heard: string[] = [];
    bell.onChange('a', () => {
      throw new Error('no');
    });
    bell.onChange('a', () => heard.push('a'));
    bell.ring(['a', 'b']);
    await settled();
    expect([heard, failures]).toEqual([['a'], [new Error('no')]]);
  });
});

describe('a tracker rings it', () => {
  const create = () => {
    const rung: string[][] = [];
    const bell = { ring: (ids: Iterable<string>) => void rung.push([...ids]) };
    const tracking = createTracking({ bell, maxRunning: 1 });
    return { tracking, rung };
  };

  test('for every job that a change has changed', () => {
    const { tracking, rung } = create();
    tracking.register(1);
    tracking.register(2, { after: [1] });
    tracking.report(1, log('a'));
    tracking.report(1, finish());
    expect(rung).toEqual([[guid(1)], [guid(2)], [guid(1)], [guid(1), guid(2)]]);
  });

  test('for no job where nothing has changed', () => {
    const { tracking, rung } = create();
    tracking.register(1);
    tracking.register(1);
    tracking.report(1);
    tracking.tracker.tick();
    expect(rung).toEqual([[guid(1)], [], [], []]);
  });

  test('once too often rather than too seldom, when a change fails', () => {
    const { tracking, rung } = create();
    tracking.register(1);
    tracking.register(2, { after: [1] });
    const { apply } = tracking.store;
    tracking.store.apply = (changes) => {
      if (changes.job.id === guid(2)) throw new Error('full');
      apply(changes);
    };
    expect(() => tracking.report(1, finish())).toThrow('full');
    expect(rung.at(-1)).toEqual([guid(1)]);
    tracking.report(1);
    expect(rung.at(-1)).toEqual([]);
  });
});
