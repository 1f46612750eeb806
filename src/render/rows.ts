import { extraFields } from '../domain/extra-fields.js';
import { openFacts } from './facts.js';
import type { Gauge } from './gauges.js';
import type { Look } from './look.js';
import { inline, type SafeText, safe } from './safe-text.js';

/** A row for each field of an open map that is not known by name. */
export const extraRows = (
  value: object | null | undefined,
  known: readonly string[],
  look: Look,
): Gauge[] =>
  openFacts(extraFields(value, known), look).map(([name, text]) => ({ name, parts: [text] }));

/** The same as parts of one row: `name value`. */
export const extraParts = (
  value: object | null | undefined,
  known: readonly string[],
  look: Look,
): SafeText[] =>
  openFacts(extraFields(value, known), look).map(
    ([name, text]) => safe`${look.theme.faint(name)} ${text}`,
  );

/** The parts that are known, in their order. */
export const knownParts = (...parts: readonly (SafeText | undefined)[]): SafeText[] =>
  parts.filter((part): part is SafeText => part !== undefined && part !== '');

/** A row where something is known, no row otherwise. */
export const rowOf = (name: string, parts: readonly SafeText[], draw?: Gauge['draw']): Gauge[] =>
  parts.length === 0 ? [] : [{ name: inline(name), parts, draw }];

/** A field that may be missing, formatted where it is there. */
export const optional = <T>(
  value: T | null | undefined,
  format: (value: T) => string,
): SafeText | undefined => (value == null ? undefined : inline(format(value)));
