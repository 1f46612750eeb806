import { writeLines } from '../../../output/writing.js';
import type { OutputPort } from '../../../ports/io.js';
import type { Look } from '../../../render/look.js';
import type { Teller } from '../tell.js';
import { heartbeatLine } from './heartbeat-line.js';
import { eventLines } from './lines.js';
import { chooseEvents, nothingTold } from './throttle.js';

/** Tells events as lines: for pipes, files, readers of the screen, and everybody who wants to keep what was said. */
export function createPlainTeller(output: OutputPort, look: Look, place: string): Teller {
  let told = nothingTold;
  return {
    tell: async (event, watch) => {
      const chosen = chooseEvents(told, event);
      told = chosen.told;
      const lines = chosen.events.flatMap((each) => eventLines(each, { watch, look, place }));
      if (lines.length > 0) await writeLines(output, lines);
      return lines.length > 0;
    },
    heartbeat: (nowMs, watch) => writeLines(output, [heartbeatLine(nowMs, { watch, look, place })]),
  };
}
