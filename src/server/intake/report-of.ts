import type { Report } from '../../contract/index.js';

/** A report of one kind. */
export type ReportOf<Type extends Report['type']> = Extract<Report, { type: Type }>;
