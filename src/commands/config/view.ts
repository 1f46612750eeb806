import type { SettingRow } from '../../config/describe.js';
import type { SettingSource } from '../../config/settings.js';
import type { SettingsMessages } from '../../i18n/areas/settings.js';
import { type Fact, factList } from '../../render/facts.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText, safe } from '../../render/safe-text.js';
import { type Column, table } from '../../render/table.js';
import { width } from '../../render/width.js';

type Words = SettingsMessages['config'];

/** Every setting on a line. Where whole paths make a terminal's lines too long, they are told once, below. */
export function configView(rows: readonly SettingRow[], look: Look): SafeText[] {
  const words = look.messages.settings.config;
  const columns: Column[] = [
    { header: inline(words.columns.setting) },
    { header: inline(words.columns.value) },
    { header: inline(words.columns.source), leaves: 1 },
  ];
  const cellsWith = (telling: typeof sourceText): SafeText[][] =>
    rows.map((row) => [inline(row.name), valueText(row, words, look), telling(row.source, words)]);
  const whole = table(columns, cellsWith(sourceText), { ...look, width: Number.POSITIVE_INFINITY });
  if (whole.every((line) => width(line) <= look.width)) return whole;
  return [...table(columns, cellsWith(shortSource), look), ...paths(rows, look)];
}

function valueText(
  { value, isSet }: SettingRow,
  { set, notSet }: Words,
  { theme }: Look,
): SafeText {
  if (!isSet) return theme.faint(inline(notSet));
  return value === undefined ? inline(set) : theme.strong(inline(value));
}

// Each kind has words for its own source, which the compiler can't follow through the union.
const sourceText = (source: SettingSource, { sources }: Words): SafeText =>
  inline((sources[source.kind] as (source: SettingSource) => string)(source));

function shortSource(source: SettingSource, words: Words): SafeText {
  if (source.kind === 'user-file' && source.profile !== undefined) {
    return inline(words.profile(source.profile));
  }
  return sourceText('file' in source ? { ...source, file: nameOf(source.file) } : source, words);
}

const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) ?? file;

function paths(rows: readonly SettingRow[], look: Look): SafeText[] {
  const files = new Set(rows.flatMap(({ source }) => ('file' in source ? [source.file] : [])));
  if (files.size === 0) return [];
  const facts = [...files].map((file): Fact => [inline(nameOf(file)), inline(file)]);
  return [safe``, ...factList(facts, look)];
}
