import {
  type JobRegistration,
  JobRegistrationSchema,
  ReportReceiptSchema,
} from '../../contract/index.js';
import { BODY_BYTES_MAX } from '../app/limits.js';
import { defineWrite } from '../app/operation.js';

export const registerJob = defineWrite<JobRegistration>({
  id: 'registerJob',
  summary: 'Makes a job known. The same registration again is the same job, and answers 200.',
  path: '/jobs',
  requestName: 'JobRegistration',
  request: JobRegistrationSchema,
  reads: () => JobRegistrationSchema,
  bodyBytesMax: BODY_BYTES_MAX,
  schemaName: 'ReportReceipt',
  schema: ReportReceiptSchema,
  statuses: [200, 201],
  errors: ['JOB_EXISTS'],
  answer: ({ tracker }, { body }) => {
    const { receipt, isNew } = tracker.register(withPlainIds(body));
    return { status: isNew ? 201 : 200, body: receipt };
  },
});

/** GUIDs are taken in any case and kept in lower case (RFC 9562, section 4). */
function withPlainIds({ jobId, after, ...rest }: JobRegistration): JobRegistration {
  return {
    ...rest,
    ...(jobId === undefined ? {} : { jobId: jobId.toLowerCase() }),
    ...(after === undefined ? {} : { after: after.map((id) => id.toLowerCase()) }),
  };
}
