import type { SafeText } from '../safe-text.js';
import { COLOUR_CODE, codesOf, PLAIN, restyle, transition } from '../style.js';
import { CHARACTER, columnsOf } from './characters.js';

/** One character on the screen. */
export interface Cell {
  character: string;
  columns: number;
  /** Its colour and weight, `1;31`; empty for none. */
  codes: string;
}

const TOKENS = new RegExp(`${COLOUR_CODE}|${CHARACTER}`, 'gu');

/** The characters of a text, each with the colour that it has there. */
export function* cells(text: SafeText): Generator<Cell> {
  let style = PLAIN;
  let codes = '';
  for (const [character, parameters] of text.matchAll(TOKENS)) {
    if (parameters === undefined) {
      yield { character, columns: columnsOf(character), codes };
    } else {
      style = restyle(style, parameters);
      codes = codesOf(style);
    }
  }
}

/** Characters as text again. A colour begins where it changes and ends with the text. */
export function fromCells(row: Iterable<Cell>): SafeText {
  let text = '';
  let codes = '';
  for (const cell of row) {
    text += transition(codes, cell.codes) + cell.character;
    codes = cell.codes;
  }
  return (text + transition(codes, '')) as SafeText;
}
