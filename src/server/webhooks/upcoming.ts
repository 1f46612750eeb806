import type { SubscriptionEvent } from '../../contract/index.js';
import { chooseEvent } from '../events/choose-events.js';
import type { Store } from '../store/port.js';
import type { DeliveryRecord, OutboxRecord, StoredSubscription } from '../store/records.js';
import type { Attempted } from './schedule.js';

/** What goes to a subscription next. */
export interface Upcoming {
  /** How the delivery stands once all rows are dealt with that are not for this subscription. */
  delivery: DeliveryRecord;
  /** Left out when there is nothing more in the outbox. */
  next?: { event: SubscriptionEvent & { id: string }; place: Attempted };
}

/** How many rows of an outbox are read at a time. */
const ROWS_AT_ONCE = 100;

/** Finds the event behind what a delivery has dealt with; made for one subscription, and asked again after each event. */
export function createUpcoming(
  store: Pick<Store, 'outbox'>,
  subscription: StoredSubscription,
): (delivery: DeliveryRecord) => Upcoming {
  let read: readonly OutboxRecord[] = [];
  const rowsAfter = (sequence: number): readonly OutboxRecord[] => {
    read = read.filter((row) => row.sequence > sequence);
    if (read.length === 0) read = store.outbox(subscription.jobId, sequence, ROWS_AT_ONCE);
    return read;
  };
  return (delivery) => {
    let { settledSequence, told } = delivery;
    for (;;) {
      const rows = rowsAfter(settledSequence);
      if (rows.length === 0) return { delivery: atRest({ ...delivery, settledSequence, told }) };
      for (const row of rows) {
        const { event, told: toldThen } = chooseEvent(subscription, told, row);
        if (event !== undefined) {
          const place = { sequence: row.sequence, told: toldThen };
          const next = { event: { ...event, id: row.id }, place };
          return { delivery: { ...delivery, settledSequence, told }, next };
        }
        settledSequence = row.sequence;
        told = toldThen;
      }
    }
  };
}

/** Nothing to do until something new is in the outbox. */
const atRest = ({ dueAtMs: _, ...delivery }: DeliveryRecord): DeliveryRecord => delivery;
