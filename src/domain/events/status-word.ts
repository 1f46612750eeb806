import { statuses } from '../../contract/index.js';

/** The canonical word for a status where it is known, else as it came; `undefined` where there is none. */
export const statusWord = (status: string | null | undefined): string | undefined =>
  statuses.canonical(status) ?? status ?? undefined;
