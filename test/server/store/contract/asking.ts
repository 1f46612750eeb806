import { onTestFinished } from 'vitest';
import { ApiError } from '../../../../src/server/api-error.js';
import type { Store } from '../../../../src/server/store/port.js';
import { exampleJob } from '../records.js';

/** Makes an empty store, which is closed with the test. */
export type Open = () => Store;

export const levels = ['DEBUG', 'INFO', 'WARN', 'ERROR'] as const;

export const closing =
  (open: Open): Open =>
  () => {
    const store = open();
    onTestFinished(() => store.close());
    return store;
  };

/** A store that holds the example job. */
export function withExample(open: Open): Store {
  const store = open();
  store.addJob(exampleJob, []);
  return store;
}

export const sequences = (entries: readonly { sequence: number }[]): number[] =>
  entries.map(({ sequence }) => sequence);

/** The numbers that the ids of jobs end with. */
export const numbersOf = (jobs: readonly { id: string }[]): number[] =>
  jobs.map((job) => Number(job.id.slice(-12)));

export function thrown(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
}

/** The code of the ApiError that is thrown; what is thrown otherwise. */
export const codeOf = (work: () => unknown): unknown => {
  const error = thrown(work);
  return error instanceof ApiError ? error.code : error;
};
