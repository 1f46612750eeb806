import type { SettingRow } from '../../config/describe.js';
import type { SettingSource } from '../../config/settings.js';
import type { SettingsMessages } from '../../i18n/areas/settings.js';
import type { Look } from '../../render/look.js';
import { inline, type SafeText } from '../../render/safe-text.js';
import { type Column, table } from '../../render/table.js';

type Words = SettingsMessages['config'];

// Each kind has words for its own source, which the compiler can't follow through the union.
const sourceText = (source: SettingSource, { sources }: Words): SafeText =>
  inline((sources[source.kind] as (source: SettingSource) => string)(source));

function valueText(
  { value, isSet }: SettingRow,
  { set, notSet }: Words,
  { theme }: Look,
): SafeText {
  if (!isSet) return theme.faint(inline(notSet));
  return value === undefined ? inline(set) : theme.strong(inline(value));
}

/** Every setting on a line; where it came from goes below it on a narrow terminal. */
export function configView(rows: readonly SettingRow[], look: Look): SafeText[] {
  const words = look.messages.settings.config;
  const columns: Column[] = [
    { header: inline(words.columns.setting) },
    { header: inline(words.columns.value) },
    { header: inline(words.columns.source), leaves: 1 },
  ];
  const cells = rows.map((row) => [
    inline(row.name),
    valueText(row, words, look),
    sourceText(row.source, words),
  ]);
  return table(columns, cells, look);
}
