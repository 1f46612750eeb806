import { firstSchema } from './0001-first-schema.js';
import { deliveries } from './0002-deliveries.js';

/** What makes each version of the database from the one before: number 1 is the first. One is never changed, only added to. */
export const migrations: readonly string[] = [firstSchema, deliveries];
