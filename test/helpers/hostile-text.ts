import fc from 'fast-check';
import { hostileCorpus } from './hostile-corpus.js';

const INTRODUCERS = [
  '\x1b',
  '\x1b[',
  '\x1b]',
  '\x1bP',
  '\x1b_',
  '\x1b^',
  '\x1bX',
  '\u009b',
  '\u009d',
  '\u0090',
];
const ENDS = ['\x07', '\x1b\\', '\u009c', 'm', 'J', 'h', '\x18', '\x1a'];
const LETTERS = [
  'ok',
  ' ',
  '日本',
  'ş',
  '😀',
  '❤\ufe0f\u200d🔥',
  '\\',
  '✳',
  '0;',
  '31',
  ';41',
  '?25',
];
const HIDDEN = [
  '\u202e',
  '\u200d',
  '\u200c',
  '\u200b',
  '\ufe0f',
  '\u{e0041}',
  '\ud800',
  '\udc00',
  '\u2028',
];
const LINE_ENDS = ['\n', '\r\n', '\r', '\t'];

const oneOf = (texts: readonly string[]) => fc.constantFrom(...texts);

const piece = fc.oneof(
  oneOf(INTRODUCERS),
  oneOf(ENDS),
  oneOf(LETTERS),
  oneOf(HIDDEN),
  oneOf(LINE_ENDS),
  fc.string({ unit: 'binary', maxLength: 6 }),
  fc.integer({ min: 0, max: 0x9f }).map((codePoint) => String.fromCodePoint(codePoint)),
  fc.integer({ min: 0, max: 110 }).map((code) => `\x1b[${code}m`),
  oneOf(hostileCorpus.map(({ text }) => text)),
);

/** Any text, most of it close to something that a terminal acts on. */
export const hostileText = fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''));
