import type { Report, ReportReceipt } from '../../contract/index.js';

/** What became of a batch of reports. */
export type Delivered =
  | { kind: 'taken'; receipt: ReportReceipt }
  /** Nobody could take it now; the same batch may be taken later. */
  | { kind: 'later' }
  /** Something in the batch is not allowed, or it is too large: a smaller one may be taken. */
  | { kind: 'unfit'; reason: string }
  /** No report of this job will be taken any more. */
  | { kind: 'refused'; reason: string };

/** Brings a batch of reports to the server; none at all is a sign of life. Never rejects. */
export type Deliver = (reports: readonly Report[]) => Promise<Delivered>;

/** A report before it has its id. */
export type Finding = Report extends infer R
  ? R extends Report
    ? Omit<R, 'reportId'>
    : never
  : never;
