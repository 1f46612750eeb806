import type { ColorMode } from '../config/settings.js';
import type { OutputPort } from '../ports/io.js';
import type { ColorLevel } from '../render/theme.js';

/** What decides about colour besides the output itself. */
export interface ColorWishes {
  /** `--color` and `--no-color`. */
  mode: ColorMode | undefined;
  environment: Readonly<Record<string, string | undefined>>;
}

/**
 * How many colours an output gets. The flag is the last word; then NO_COLOR (https://no-color.org: set and not
 * empty), then FORCE_COLOR (0 and false turn it off), then what the terminal can do.
 */
export function chooseColor(
  output: Pick<OutputPort, 'colorLevel'>,
  wishes: ColorWishes,
): ColorLevel {
  const able = output.colorLevel;
  const forced = wishes.environment['FORCE_COLOR'];
  if (wishes.mode === 'never') return 0;
  if (wishes.mode === 'always') return atLeastOne(able);
  if ((wishes.environment['NO_COLOR'] ?? '') !== '') return 0;
  if (forced === undefined) return able;
  return forced === '0' || forced === 'false' ? 0 : atLeastOne(able);
}

const atLeastOne = (level: ColorLevel): ColorLevel => (level === 0 ? 1 : level);
