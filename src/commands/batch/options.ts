import { batchStatuses, statuses } from '../../contract/index.js';
import { type BatchSortKey, batchSortKeys } from '../../domain/batch-sort.js';
import type { RawFlags } from '../definition.js';
import { parseChoice, parseGuid } from '../parse-values.js';
import { takeWatch, type WatchWish } from '../refresh/flag.js';

/** What `jobtrack batch` was asked. */
export interface BatchOptions {
  /** None means all jobs of the project. */
  jobIds: readonly string[];
  status: (typeof batchStatuses)[number] | undefined;
  submittedBy: string | undefined;
  showsMetrics: boolean;
  sort: BatchSortKey | undefined;
  watch?: WatchWish | undefined;
}

/** Options from what was typed; throws INVALID_VALUE. */
export function parseBatchOptions(typed: readonly string[], flags: RawFlags): BatchOptions {
  const { args, watch } = takeWatch(typed, flags);
  const { status, submittedBy, sort } = flags;
  return {
    jobIds: args.map((id) => parseGuid('jobIds', id)),
    status: typeof status === 'string' ? parseStatus(status) : undefined,
    submittedBy: typeof submittedBy === 'string' ? submittedBy : undefined,
    showsMetrics: flags['metrics'] === true,
    sort: typeof sort === 'string' ? parseChoice('--sort', sort, batchSortKeys) : undefined,
    watch,
  };
}

/** A status in any of its spellings, as far as the API can be asked for it. */
function parseStatus(text: string): (typeof batchStatuses)[number] {
  const known = statuses.canonical(text);
  return (
    batchStatuses.find((status) => status === known) ?? parseChoice('--status', text, batchStatuses)
  );
}
