import { describe, expect, test } from 'vitest';
import { closing, codeOf, type Open } from './contract/asking.js';
import { describeBelongings } from './contract/belongings.js';
import { describeJobs } from './contract/jobs.js';
import { describeLogs } from './contract/logs.js';
import { describePruning } from './contract/pruning.js';
import { describeSubscriptions } from './contract/subscriptions.js';
import { describeTransactions } from './contract/transactions.js';
import { exampleJob, jobNumbered } from './records.js';

/** What every adapter of the store's port has to do. `open` makes an empty store. */
export function describeStore(name: string, open: Open): void {
  describe(name, () => {
    const opened = closing(open);
    describeJobs(opened);
    describeLogs(opened);
    describeBelongings(opened);
    describeSubscriptions(opened);
    describeTransactions(opened);
    describePruning(opened);

    test('after it was closed it does nothing more, and closing it again is no mistake', () => {
      const store = open();
      store.addJob(exampleJob, []);
      store.close();
      store.close();
      expect(codeOf(() => store.job(exampleJob.id))).toBe('UNAVAILABLE');
      expect(codeOf(() => store.addJob(jobNumbered(2), []))).toBe('UNAVAILABLE');
    });
  });
}
