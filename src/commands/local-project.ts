/**
 * The one tenant and project of a server on this machine that is told no others: the same on every start, so that what
 * leads to its jobs stays good.
 */
export const localProject = {
  tenant: '00000000-0000-4000-8000-000000000001',
  project: '00000000-0000-4000-8000-000000000002',
} as const;
