import { codesOf, PLAIN, restyle, transition } from '../style.js';
import { readable } from './readable.js';

/** Writes one line's colours: only allowed ones, only where they change, closed at the line's end. */
interface Pen {
  /** What stands for a colour code of the text. */
  colour(parameters: string): string;
  /** Dims something that is shown instead of obeyed, and goes back to the colour before it. */
  aside(shown: string): string;
  /** Ends the colour. */
  close(): string;
}

/** A pen for a line that begins without colour. */
export function createPen(): Pen {
  let style = PLAIN;
  let codes = '';
  const turn = (to: string) => {
    const sequence = transition(codes, to);
    codes = to;
    return sequence;
  };
  return {
    colour(parameters) {
      style = restyle(style, parameters);
      return turn(codesOf(readable(style)));
    },
    aside(shown) {
      const before = codes;
      return `${turn('2')}${shown}${turn(before)}`;
    },
    close: () => turn(''),
  };
}
