import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import { changes, event, exampleJob, logEntry } from './records.js';

/*
 * A server's writing, as a process that can be killed. It opens the store of the file that it is told and, beginning
 * where the last one stopped, adds to its one job a log entry, an event, an outbox record and a report of the same
 * number at once, and tells each number when it is stored.
 */
const [file = ''] = process.argv.slice(2);
const store = openStore({ file });
const { id } = exampleJob;
if (store.job(id) === undefined) store.addJob(exampleJob, []);

function tell(line: string): Promise<void> {
  return new Promise((resolve) => process.stdout.write(`${line}\n`, () => resolve()));
}

await tell('open');
for (let number = (store.job(id)?.logSequence ?? 0) + 1; ; number += 1) {
  store.apply(
    changes(
      { ...exampleJob, logSequence: number, eventSequence: number, revision: number },
      {
        reportIds: [`report ${number}`],
        logs: [logEntry(number)],
        events: [event(number)],
        outbox: [
          { id: `event ${number}`, jobId: id, event: 'JobProgress', createdAtMs: number, body: {} },
        ],
      },
    ),
  );
  await tell(String(number));
}
