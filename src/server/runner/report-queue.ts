import type { Report } from '../../contract/index.js';
import type { Spool } from './spool.js';

/** Reports that are still to be delivered, in their order. */
export interface ReportQueue {
  readonly size: number;
  /** Adds a report; false when there is no room for it. */
  add(report: Report): boolean;
  /** The oldest reports, at most so many and about so many bytes, at least one where there is one. They stay. */
  first(limits: { count: number; bytes: number }): Report[];
  /** Takes the oldest `count` reports away. */
  drop(count: number): void;
  close(): void;
}

/** How much stays in memory; what is beyond goes to the disk. */
const MEMORY_BYTES = 4 * 1_048_576;

/** What a report takes beside its texts. */
const REPORT_BYTES = 250;

/** A queue with a small part in memory, and on the disk as much as `openSpool` allows. */
export function createReportQueue(openSpool: () => Spool): ReportQueue {
  let head: { report: Report; bytes: number }[] = [];
  let headBytes = 0;
  let spool: Spool | undefined;

  const keep = (report: Report, bytes = bytesOf(report)): void => {
    head.push({ report, bytes });
    headBytes += bytes;
  };
  const refill = (): void => {
    if (head.length > 0 || spool === undefined || spool.size === 0) return;
    for (const line of spool.take()) keep(JSON.parse(line) as Report, line.length);
  };
  return {
    get size() {
      return head.length + (spool?.size ?? 0);
    },
    add(report) {
      if ((spool?.size ?? 0) > 0 || headBytes >= MEMORY_BYTES) {
        spool ??= openSpool();
        return spool.add(JSON.stringify(report));
      }
      keep(report);
      return true;
    },
    first({ count, bytes }) {
      refill();
      let room = bytes;
      const chosen: Report[] = [];
      for (const each of head) {
        room -= each.bytes;
        if (chosen.length === count || (chosen.length > 0 && room < 0)) break;
        chosen.push(each.report);
      }
      return chosen;
    },
    drop(count) {
      for (const each of head.slice(0, count)) headBytes -= each.bytes;
      head = head.slice(count);
    },
    close: () => spool?.close(),
  };
}

/** About how many bytes a report takes, in memory and on its way. */
export function bytesOf(report: Report): number {
  const text = 'message' in report ? report.message : '';
  const details = 'details' in report ? JSON.stringify(report.details ?? '') : '';
  return REPORT_BYTES + text.length * 2 + details.length;
}
