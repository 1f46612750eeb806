import { describeSettings, type SettingRow } from '../../config/describe.js';
import type { Context } from '../../context.js';
import { type ExitCode, exitCodes } from '../../errors/index.js';
import { configView } from './view.js';

/** What a program reads of one setting; the token only as whether it is set. */
const documentOf = ({ name, value, isSet, source }: SettingRow) => ({
  value: name === 'token' ? (isSet ? 'set' : 'not set') : (value ?? null),
  source,
});

/** Shows every setting, its value and where it came from. */
export async function run(_options: undefined, context: Context): Promise<ExitCode> {
  const rows = describeSettings(await context.settings());
  await context.show({
    json: () => Object.fromEntries(rows.map((row) => [row.name, documentOf(row)])),
    ndjson: () => rows.map((row) => ({ name: row.name, ...documentOf(row) })),
    human: (look) => configView(rows, look),
  });
  return exitCodes.done;
}
