import { randomUUID } from 'node:crypto';
import { systemClock } from '../../../src/client/transport/system-clock.js';
import { createChangeBell } from '../../../src/server/events/changes.js';
import { openStore } from '../../../src/server/store/sqlite/open-store.js';
import { createTracker } from '../../../src/server/tracker.js';
import { startWebhooks } from '../../../src/server/webhooks/create-webhooks.js';
import { createGuard } from '../../../src/server/webhooks/guard/guard.js';

/*
 * A server that takes reports and delivers webhooks, as a process that can be killed. It opens the store of the file that
 * it is told and goes on where the last one stopped. With `report` it also reports, stage after stage of the job that it is
 * told, as long as its subscribers keep up.
 */
const [file = '', jobId = '', mode = ''] = process.argv.slice(2);
const BEHIND_MAX = 100;

const store = openStore({ file });
const onFailure = (failure: unknown): void => {
  process.stderr.write(`${String(failure)}\n`);
};
const bell = createChangeBell(onFailure);
const tracker = createTracker({ store, clock: systemClock, newId: randomUUID, bell });
const guard = createGuard({ allowsLoopback: true });
const webhooks = startWebhooks({
  store,
  clock: systemClock,
  random: Math.random,
  guard,
  onFailure,
});
bell.onAnyChange(webhooks.wake);

let sequence = store.outbox(jobId, 0).at(-1)?.sequence ?? 0;
for (let number = 0; mode === 'report'; number += 1) {
  await systemClock.sleep(1);
  const settled = store.subscriptions(jobId).map(({ delivery }) => delivery.settledSequence);
  if (sequence - Math.min(...settled) > BEHIND_MAX) continue;
  const stageName = number % 2 === 0 ? 'Load' : 'Check';
  tracker.report(jobId, [{ reportId: randomUUID(), type: 'stage', stageName }]);
  sequence = store.outbox(jobId, sequence).at(-1)?.sequence ?? sequence;
}
