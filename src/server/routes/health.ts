import { HealthBodySchema } from '../../contract/error-body.js';
import type { Public } from '../app/operation.js';

export const health: Public = {
  kind: 'public',
  id: 'getHealth',
  summary: 'Whether the server is up.',
  path: '/healthz',
  schemaName: 'Health',
  schema: HealthBodySchema,
  hasTag: false,
  errors: [],
  answer: () => ({ status: 'ok' }),
};
