import type { Style } from '../style.js';

type Rgb = readonly [red: number, green: number, blue: number];

/** The sixteen colours as xterm has them. */
const SIXTEEN: readonly Rgb[] = [
  [0, 0, 0],
  [205, 0, 0],
  [0, 205, 0],
  [205, 205, 0],
  [0, 0, 238],
  [205, 0, 205],
  [0, 205, 205],
  [229, 229, 229],
  [127, 127, 127],
  [255, 0, 0],
  [0, 255, 0],
  [255, 255, 0],
  [92, 92, 255],
  [255, 0, 255],
  [0, 255, 255],
  [255, 255, 255],
];

/** Red and bright red are 50 apart in sum; nearer colours than this are one to the eye. */
const NEAR = 48;

/** A style without its background where that is the colour of the text, which would hide the text. */
export function readable(style: Style): Style {
  if (style.foreground === '' || style.background === '') return style;
  const isHiding = distance(rgbOf(style.foreground), rgbOf(style.background)) < NEAR;
  return isHiding ? { ...style, background: '' } : style;
}

const distance = (a: Rgb, b: Rgb) =>
  Math.abs(a[0] - b[0]) + Math.abs(a[1] - b[1]) + Math.abs(a[2] - b[2]);

function rgbOf(code: string): Rgb {
  const [kind = 0, mode, first = 0, green = 0, blue = 0] = code.split(';').map(Number);
  if (mode === 2) return [first, green, blue];
  return indexed(mode === 5 ? first : (kind % 10) + (kind >= 90 ? 8 : 0));
}

/** xterm's 256 colours: sixteen, a cube of 6 × 6 × 6, 24 greys. */
function indexed(index: number): Rgb {
  if (index >= 232) return grey(8 + (index - 232) * 10);
  const cube = index - 16;
  return (
    SIXTEEN[index] ?? [
      level(Math.floor(cube / 36)),
      level(Math.floor(cube / 6) % 6),
      level(cube % 6),
    ]
  );
}

const grey = (value: number): Rgb => [value, value, value];

const level = (step: number) => (step === 0 ? 0 : 55 + step * 40);
