/** An own colour code, as the source of a pattern; its parameters are captured. */
export const COLOUR_CODE = String.raw`\x1b\[([0-9;]*)m`;

/** What the colour codes of a terminal (SGR) have set up to a point of a text. */
export interface Style {
  bold: boolean;
  faint: boolean;
  italic: boolean;
  underline: boolean;
  /** The code that sets the colour, `31`, `38;5;9` or `38;2;255;0;0`; empty for the terminal's own colour. */
  foreground: string;
  background: string;
}

/** The style that a terminal begins with. */
export const PLAIN: Style = {
  bold: false,
  faint: false,
  italic: false,
  underline: false,
  foreground: '',
  background: '',
};

const CHANGES: Record<number, Partial<Style>> = {
  0: PLAIN,
  1: { bold: true },
  2: { faint: true },
  3: { italic: true },
  4: { underline: true },
  22: { bold: false, faint: false },
  23: { italic: false },
  24: { underline: false },
  39: { foreground: '' },
  49: { background: '' },
};

/** One code with its arguments; an empty one means 0. */
const CODES = /[34]8;(?:5;\d*|2;\d*;\d*;\d*)|\d+|(?<=^|;)(?=;|$)/g;

/**
 * The style after a colour code with these parameters, `1;31`. Codes other than weight, italic, underline and the
 * colours change nothing: no blinking, no concealing.
 */
export function restyle(style: Style, parameters: string): Style {
  let next = style;
  for (const [code] of parameters.matchAll(CODES)) next = { ...next, ...changeOf(code) };
  return next;
}

function changeOf(code: string): Partial<Style> {
  if (code.startsWith('38;')) return isColour(code) ? { foreground: code } : {};
  const number = Number(code);
  if (isIn(number, 30, 37) || isIn(number, 90, 97)) return { foreground: String(number) };
  if (isIn(number, 40, 47) || isIn(number, 100, 107)) return { background: String(number) };
  return CHANGES[number] ?? {};
}

const isIn = (number: number, first: number, last: number) => number >= first && number <= last;

const isColour = (code: string) =>
  code.split(';').every((part) => part !== '' && Number(part) < 256);

/** The parameters that set a style, `1;31`; empty for {@link PLAIN}. */
export function codesOf(style: Style): string {
  const { bold, faint, italic, underline, foreground, background } = style;
  const codes = [
    bold && '1',
    faint && '2',
    italic && '3',
    underline && '4',
    foreground,
    background,
  ];
  return codes.filter(Boolean).join(';');
}

/** The sequence that leads from one style to another, both as {@link codesOf} gives them. */
export function transition(from: string, to: string): string {
  if (from === to) return '';
  if (to === '') return '\x1b[0m';
  return from === '' ? `\x1b[${to}m` : `\x1b[0;${to}m`;
}
