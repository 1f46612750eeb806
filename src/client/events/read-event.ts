import * as v from 'valibot';
import { type SubscriptionEvent, SubscriptionEventSchema } from '../../contract/index.js';

/** The event that a message is; `undefined` when it is none. Fields that nobody knows are kept. */
export function readEvent(text: string): SubscriptionEvent | undefined {
  const read = v.safeParse(SubscriptionEventSchema, parsed(text));
  return read.success ? read.output : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
