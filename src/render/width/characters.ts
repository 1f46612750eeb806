import fastStringWidth from 'fast-string-width';
import { memoize } from '../../memoize.js';

/** What belongs to the character before it, as the source of a pattern: marks, selectors, skin tones, jamo, joined emoji. */
const EXTENSION = [
  String.raw`[\p{M}\u1160-\u11ff\ud7b0-\ud7fb\u200c]`,
  String.raw`(?<=\p{Emoji_Modifier_Base})\p{Emoji_Modifier}`,
  String.raw`\u200d\p{Extended_Pictographic}?`,
].join('|');

/**
 * One character as a reader sees it, as the source of a pattern with the flag u. A family with four skin tones has
 * seven extensions; without a limit a hostile text could be one character that is wider than the screen.
 */
const CHARACTER = String.raw`(?:\p{Regional_Indicator}{2}|[\s\S])(?:${EXTENSION}){0,8}`;

const EXTENDED = new RegExp(String.raw`${EXTENSION}|\p{Regional_Indicator}`, 'u');
/** Made for the first text that needs it: that takes 4 ms, as much as to draw a page of help. */
const charactersPattern = memoize(() => new RegExp(CHARACTER, 'gu'));

/** Most texts; V8 takes a millisecond to compile the other patterns when they are first used. */
const ASCII = /^[\n -~]*$/;

/** A text without colour codes in characters as a reader sees them. */
export function characters(text: string): Iterable<string> {
  if (ASCII.test(text) || !EXTENDED.test(text)) return text;
  return text.match(charactersPattern()) ?? [];
}

/**
 * The terminal columns of one character: the sum over its code points, as terminals count that draw joined emoji one
 * by one. Others need fewer: a gap is better than a line that is longer than the screen.
 */
export function columnsOf(character: string): number {
  if (character.length === 1) return columnsOfCodePoint(character);
  let columns = 0;
  for (const codePoint of character) columns += columnsOfCodePoint(codePoint);
  return columns === 1 && EMOJI_BY_SELECTOR.test(character) ? 2 : columns;
}

const EMOJI_BY_SELECTOR = /^\p{Emoji}\ufe0f/u;

const NO_COLUMN = /^[\p{Mn}\p{Me}\u1160-\u11ff\ud7b0-\ud7fb\u200c\u200d]/u;
/** Marks that stand beside their letter, and half a flag: narrow, though the package counts them as 0 and 2. */
const ONE_COLUMN = /^[\p{Mc}\p{Regional_Indicator}]/u;

const known = new Map<string, number>();
/** Enough for what one log is written in, and a bound for one that holds every code point there is. */
const KNOWN_LIMIT = 8192;

function columnsOfCodePoint(character: string): number {
  if (character === '\n') return 0;
  if (character >= ' ' && character <= '~') return 1;
  const columns = known.get(character) ?? measure(character);
  if (known.size < KNOWN_LIMIT) known.set(character, columns);
  return columns;
}

function measure(character: string): number {
  if (NO_COLUMN.test(character)) return 0;
  return ONE_COLUMN.test(character) ? 1 : fastStringWidth(character);
}
