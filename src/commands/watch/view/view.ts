import type { WatchState } from '../../../domain/events/watch-state.js';
import type { Look } from '../../../render/look.js';
import { type SafeText, safe } from '../../../render/safe-text.js';
import { helpLines } from './help.js';
import { jobView } from './job.js';
import { jobsView } from './jobs.js';
import { cut } from './line.js';
import type { Screen } from './screen.js';
import { statusLine } from './status-line.js';

/** Below this, layouts do not promise to fit; their lines are cut. */
const LEAST_WIDTH = 40;

/**
 * The live view of one job or of several: at most `screen.rows` lines, none wider than the look. It is made of what it is
 * given and nothing else. Once there is a verdict it has no status line any more, and of several jobs it is empty: what
 * `verdictView` tells of them takes its place.
 */
export function watchView(state: WatchState, screen: Screen, look: Look): SafeText[] {
  if (state.verdict !== undefined && state.jobs.length > 1) return [];
  const status = state.verdict === undefined ? [statusLine(state, screen, look)] : [];
  const isHelping = screen.panels.help && state.verdict === undefined;
  const { body, foot } = isHelping
    ? helpView(state, screen, status, look)
    : plainView(state, screen, status, look);
  const missing = screen.rows - body.length - foot.length;
  const filler = screen.isFullscreen ? Array<SafeText>(Math.max(0, missing)).fill(safe``) : [];
  const lines = [...body, ...filler, ...foot];
  return look.width < LEAST_WIDTH ? lines.map((line) => cut(line, look)) : lines;
}

function plainView(
  state: WatchState,
  screen: Screen,
  status: readonly SafeText[],
  look: Look,
): { body: SafeText[]; foot: SafeText[] } {
  const [job] = state.jobs;
  return job !== undefined && state.jobs.length === 1
    ? jobView(state, job, { screen, status }, look)
    : jobsView(state, { screen, status }, look);
}

/** The keys below the first lines of the view, for as long as the help is open. */
function helpView(
  state: WatchState,
  screen: Screen,
  status: readonly SafeText[],
  look: Look,
): { body: SafeText[]; foot: SafeText[] } {
  const isSingle = state.jobs.length === 1;
  const rows = Math.max(1, Math.min(screen.rows, (isSingle ? 2 : 1) + status.length));
  const { body, foot } = plainView(state, { ...screen, rows }, status, look);
  const room = screen.rows - body.length - foot.length;
  return { body: [...body, ...helpLines(isSingle, screen, room, look)], foot };
}
