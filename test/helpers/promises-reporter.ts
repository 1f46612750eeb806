import type { Reporter, TestCase } from 'vitest/node';
import type { PromiseRecord } from './promise.js';

/** Prints every promise that was tested: its id, its sentence, how many cases ran, how many failed. */
export default class PromisesReporter implements Reporter {
  readonly #records: PromiseRecord[] = [];
  readonly #broken: string[] = [];

  onTestCaseResult(test: TestCase): void {
    const record = test.meta().promise;
    if (record !== undefined) this.#records.push(record);
    else if (test.result().state === 'failed') this.#broken.push(test.fullName);
    for (const error of test.result().errors ?? [])
      process.stdout.write(`${test.fullName}: ${error.message}\n`);
  }

  onTestRunEnd(): void {
    const rows = mergeById(this.#records);
    const width = Math.max(...rows.map((row) => row.promise.length), 7);
    const line = (id: string, promise: string, count: string, failures: string): string =>
      `${id.padEnd(4)}  ${promise.padEnd(width)}  ${count.padStart(9)}  ${failures.padStart(8)}\n`;
    process.stdout.write(line('id', 'promise', 'count', 'failures'));
    for (const row of rows) {
      process.stdout.write(line(row.id, row.promise, String(row.count), String(row.failures)));
    }
    for (const name of this.#broken) process.stdout.write(`broke before it could count: ${name}\n`);
  }
}

function mergeById(records: readonly PromiseRecord[]): PromiseRecord[] {
  const byId = new Map<string, PromiseRecord>();
  for (const record of records) {
    const known = byId.get(record.id);
    byId.set(
      record.id,
      known === undefined
        ? record
        : {
            ...known,
            count: known.count + record.count,
            failures: known.failures + record.failures,
          },
    );
  }
  return [...byId.values()].sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}
