import { expect, test } from 'vitest';
import { byQueueOrder, type QueuedJob, queuePosition } from '../../../src/server/queue/order.js';

const job = (id: string, priority: QueuedJob['priority'], createdAtMs: number): QueuedJob => ({
  id,
  priority,
  createdAtMs,
});

const queue = [
  job('new-critical', 'Critical', 900),
  job('old-high', 'High', 100),
  job('new-high', 'High', 200),
  job('old-normal', 'Normal', 1),
  job('a-low', 'Low', 5),
  job('b-low', 'Low', 5),
];

test('the more urgent job goes first, then the older one, then the one whose id comes first', () => {
  expect([...queue].reverse().sort(byQueueOrder)).toEqual(queue);
});

test('the first in the queue has the position 1', () => {
  expect(queue.map((each) => queuePosition(each, queue))).toEqual([1, 2, 3, 4, 5, 6]);
});
