/*
 * ConEmu's progress sequence, understood by Windows Terminal, WezTerm, Ghostty and others:
 * ESC ] 9 ; 4 ; <state> ; <percent> BEL, or ESC \ in place of BEL. State 0 takes the display away, 1 shows a
 * percentage, 2 an error, 3 an unknown progress, 4 a pause (https://conemu.github.io/en/AnsiEscapeCodes.html#OSC).
 */
const SEQUENCE = /\u001b\]9;4;([124]);(\d{1,3})(?:\u0007|\u001b\\|\u009c)/g;
const ESC = '\u001b';

/** The longest sequence: more than this can't be the start of one. */
const LENGTH_MAX = 16;

/** Finds the percentages in a text, however it is cut into pieces: each piece gives those that it completed. */
export function createOscScanner(): (piece: string) => number[] {
  let pending = '';
  return (piece) => {
    const text = pending + piece;
    pending = unfinished(text);
    if (!text.includes(ESC)) return [];
    const found = text.slice(0, text.length - pending.length).matchAll(SEQUENCE);
    return [...found].map(([, , percent]) => Math.min(100, Number(percent)));
  };
}

/** The end of a text that may be the start of a sequence; the ESC of a closing ESC \ belongs to the one before it. */
const UNFINISHED = /\u001b(?:\](?:9(?:;(?:4(?:;(?:[124](?:;(?:\d{1,3}\u001b?)?)?)?)?)?)?)?)?$/;

const unfinished = (text: string): string => UNFINISHED.exec(text.slice(-LENGTH_MAX))?.[0] ?? '';
