import { width } from '../../render/width.js';
import type { GuidedRow } from './job-rows.js';

/** How wide the columns of jobs are; 0 for one that there is no room for. */
export interface JobColumns {
  left: number;
  status: number;
  id: number;
}

const GUTTER = 2;

/** Names are cut down to this before ids leave. */
const LEAST_LEFT = 18;

/** Fits branches with names, statuses and ids into `columns`: ids are whole where they fit, else short, else left out. */
export function planColumns(rows: readonly GuidedRow[], columns: number): JobColumns {
  let left = 0;
  let status = 0;
  let id = 0;
  let shortId = 0;
  for (const { own, row } of rows) {
    const marker = row.marker === '' ? 0 : width(row.marker) + 1;
    left = Math.max(left, width(own) + (row.sign === '' ? 0 : 2) + width(row.name) + marker);
    status = Math.max(status, width(row.status));
    id = Math.max(id, width(row.id));
    if (row.id !== '') shortId = Math.max(shortId, row.shortIdColumns);
  }
  const beside = (cell: number): number => (cell === 0 ? 0 : cell + GUTTER);
  for (const idColumns of [id, shortId]) {
    const room = columns - beside(status) - beside(idColumns);
    if (left <= room) return { left, status, id: idColumns };
  }
  const withId = columns - beside(status) - beside(shortId);
  if (withId >= LEAST_LEFT) return { left: withId, status, id: shortId };
  const withStatus = columns - beside(status);
  if (withStatus >= LEAST_LEFT) return { left: withStatus, status, id: 0 };
  return { left: columns, status: 0, id: 0 };
}
