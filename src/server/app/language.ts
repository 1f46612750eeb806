import type { AnswerLanguage } from '../ports.js';

const languages: readonly AnswerLanguage[] = ['en', 'tr', 'ja'];

/** No list of languages is longer; the rest of a hostile one is not read. */
const RANGES_MAX = 32;

interface Range {
  /** The first part of the tag, lower case; `*` stands for any language. */
  language: string;
  quality: number;
}

/**
 * The language that an `Accept-Language` header likes best (RFC 9110, section 12.5.4): the highest quality, then the
 * first in the list. A region is not looked at. English where none of it is known.
 */
export function chooseLanguage(header: string | undefined): AnswerLanguage {
  if (header === undefined) return 'en';
  const ranges = header.split(',', RANGES_MAX).map(readRange);
  const wanted = ranges
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality);
  for (const { language } of wanted) {
    if (language === '*') return languages.find((known) => !isRefused(known, ranges)) ?? 'en';
    const known = languages.find((name) => name === language);
    if (known !== undefined) return known;
  }
  return 'en';
}

const isRefused = (language: string, ranges: readonly Range[]): boolean =>
  ranges.some((range) => range.language === language && range.quality === 0);

function readRange(text: string): Range {
  const [tag = '', ...parameters] = text.split(';').map((part) => part.trim().toLowerCase());
  const weight = parameters.find((part) => part.startsWith('q='))?.slice(2);
  const quality = weight === undefined ? 1 : Number.parseFloat(weight);
  return {
    language: tag.split('-', 1)[0] ?? '',
    quality: Number.isFinite(quality) ? Math.min(Math.max(quality, 0), 1) : 0,
  };
}
