import { type Status, statuses } from '../contract/index.js';
import type { SafeText } from './safe-text.js';

/** A job as a graph shows it. */
export interface DrawnNode {
  /** Its label's lines. */
  label: readonly SafeText[];
  status: string | undefined;
  isCurrent: boolean;
}

/** A graph for another program to draw. Edges are places in `nodes`. */
export interface Drawing {
  nodes: readonly DrawnNode[];
  edges: readonly { from: number; to: number; isInCycle: boolean }[];
}

/** How the nodes of a status look: light enough for dark text in both. */
export interface NodeColors {
  name: string;
  fill: string;
  line: string;
}

const COLORS: Record<Status, NodeColors> = {
  Running: { name: 'running', fill: '#d6ecfa', line: '#1f6f9f' },
  Queued: { name: 'queued', fill: '#eceff1', line: '#607d8b' },
  Pending: { name: 'pending', fill: '#eceff1', line: '#607d8b' },
  Completed: { name: 'completed', fill: '#dcf2dc', line: '#2e7d32' },
  Failed: { name: 'failed', fill: '#fbdcdc', line: '#b3261e' },
  Cancelled: { name: 'cancelled', fill: '#fdf0d0', line: '#9a6700' },
};

const UNKNOWN: NodeColors = { name: 'unknown', fill: '#ffffff', line: '#757575' };

/** The colour of edges that close a cycle. */
export const CYCLE_COLOR = '#b3261e';

/** The colour of text on all of the fills. */
export const TEXT_COLOR = '#1b1b1b';

/** The colours of a status; those of an unknown one for any that is not known. */
export function nodeColors(status: string | undefined): NodeColors {
  const known = statuses.canonical(status);
  return known === undefined ? UNKNOWN : COLORS[known];
}
