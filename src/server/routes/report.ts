import * as v from 'valibot';
import {
  REPORTS_MAX,
  type Report,
  ReportReceiptSchema,
  ReportSchema,
  ReportsRequestSchema,
} from '../../contract/index.js';
import { REPORTS_BYTES_MAX } from '../app/limits.js';
import { defineWrite } from '../app/operation.js';

const ReportList = v.pipe(v.array(ReportSchema), v.maxLength(REPORTS_MAX));

export const report = defineWrite<Report | Report[]>({
  id: 'report',
  summary:
    'Takes what a job reports, one report or many: all of them, or none. An empty list is a sign of life.',
  path: '/job/{jobId}/reports',
  requestName: 'Reports',
  request: ReportsRequestSchema,
  // Checked against one of the two, a wrong report is told of by its own field.
  reads: (raw) => (Array.isArray(raw) ? ReportList : ReportSchema),
  bodyBytesMax: REPORTS_BYTES_MAX,
  schemaName: 'ReportReceipt',
  schema: ReportReceiptSchema,
  statuses: [200],
  errors: ['JOB_NOT_FOUND', 'JOB_IS_FINAL'],
  answer: ({ tracker }, { jobId, body }) => ({
    status: 200,
    body: tracker.report(jobId, Array.isArray(body) ? body : [body]),
  }),
});
