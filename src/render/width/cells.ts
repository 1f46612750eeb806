import type { SafeText } from '../safe-text.js';
import { COLOUR_CODE, codesOf, PLAIN, restyle, transition } from '../style.js';
import { characters, columnsOf } from './characters.js';

/** One character on the screen. */
export interface Cell {
  character: string;
  columns: number;
  /** Its colour and weight, `1;31`; empty for none. */
  codes: string;
}

const COLOUR = new RegExp(COLOUR_CODE, 'g');

/** The characters of a text, each with the colour that it has there. */
export function* cells(text: SafeText): Generator<Cell> {
  let style = PLAIN;
  let codes = '';
  // Every second part is what the pattern captures: the parameters of a colour code.
  for (const [index, part] of text.split(COLOUR).entries()) {
    if (index % 2 === 1) {
      style = restyle(style, part);
      codes = codesOf(style);
      continue;
    }
    for (const character of characters(part)) {
      yield { character, columns: columnsOf(character), codes };
    }
  }
}

/** Characters as text again. A colour begins where it changes and ends with the text. */
export function fromCells(row: Iterable<Cell>): SafeText {
  const { text, codes } = afterCodes('', row);
  return (text + transition(codes, '')) as SafeText;
}

/** The same behind text that has ended in the colour `before`; the colour stays as it is after the last character. */
export function afterCodes(before: string, row: Iterable<Cell>): { text: SafeText; codes: string } {
  let text = '';
  let codes = before;
  for (const cell of row) {
    text += transition(codes, cell.codes) + cell.character;
    codes = cell.codes;
  }
  return { text: text as SafeText, codes };
}
