import { memoize } from '../../memoize.js';
import { CONTROL, HIDDEN, shownForm } from './characters.js';
import { COLOUR, OPEN_STRING, OSC, OTHER_STRING, PASSED_SEQUENCE, SEQUENCE } from './sequences.js';

/** What becomes of the two things in a text that differ from place to place. */
interface Manner {
  /** What stands for a colour code with these parameters. */
  colour(parameters: string): string;
  /** What stands for a character or sequence that is shown instead of obeyed. */
  aside(shown: string): string;
}

/** A variation selector chooses the look of a visible character; anywhere else it only hides something. */
const SELECTOR = String.raw`(?<=(?![${HIDDEN}])[\p{L}\p{M}\p{N}\p{P}\p{S}])(?<!${PASSED_SEQUENCE})\p{Variation_Selector}`;

const LETTER = String.raw`(?![${HIDDEN}])[\p{L}\p{Extended_Pictographic}]`;
const JOINED = String.raw`[\p{L}\p{M}\p{Extended_Pictographic}\p{Emoji_Modifier}]`;

/** Joiners spell words (Persian, Hindi) and families of emoji, so free text keeps them there. */
const JOINER = String.raw`(?<=${JOINED})(?<!${PASSED_SEQUENCE})[\u200c\u200d](?=${LETTER})`;

/** A run of shown characters stops where a sequence could begin. */
const RUN = String.raw`[${CONTROL}${HIDDEN}](?:(?![\x1b\x90\x98\x9b\x9d-\x9f\t])[${CONTROL}${HIDDEN}])*`;

/** Made for the first text that needs one: few do, and to make the four takes 3 ms. */
const pattern = (source: string, flags = 'u') => memoize(() => new RegExp(source, flags));

const tokens = (kept: string) =>
  pattern(`${COLOUR}|(?:${SEQUENCE})|${OSC}|${OTHER_STRING}|(${kept})|(${RUN})`, 'gu');

/** For fields: names, ids, addresses, cells. */
export const STRICT = tokens(SELECTOR);

/** For free text of one line: joiners stay where they belong, tabs stay for {@link expandTabs}. */
export const FREE = tokens(`${SELECTOR}|${JOINER}|\\t`);

/** That a text may need {@link neutralise}. */
const noteworthy = pattern(`[${CONTROL}${HIDDEN}]`);

const PRINTABLE_ASCII = /^[ -~]*$/;

/**
 * A text in which nothing acts: whole control sequences dropped, other control and hidden characters shown.
 */
export function neutralise(text: string, parts: () => RegExp, manner: Manner): string {
  if (PRINTABLE_ASCII.test(text) || !noteworthy().test(text)) return text;
  return text.replace(parts(), (whole, colour, oscEnd, stringEnd, kept, run): string => {
    if (colour !== undefined) return manner.colour(colour);
    if (kept !== undefined) return kept;
    if (run !== undefined) return manner.aside(Array.from(run as string, shownForm).join(''));
    const isOpen = openString().test(whole) && (oscEnd ?? stringEnd) === undefined;
    return isOpen ? manner.aside(OPEN_STRING) : '';
  });
}

const openString = pattern(`^(?:${OSC}|${OTHER_STRING})`);
