import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { watchObjectSchemas } from '../../src/contract/watch-objects.js';
import { jsonSchema } from '../../src/server/app/openapi/json-schema.js';

const docs = join(import.meta.dirname, '../../docs');

const types = Object.keys(watchObjectSchemas);

/** One document with a definition a type, which is all of them together and each by itself. */
function document(): object {
  const definitions = Object.entries(watchObjectSchemas).map(
    ([type, schema]) => [type, jsonSchema(schema, 'output')] as const,
  );
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'One line of: jobtrack watch -o ndjson',
    oneOf: types.map((type) => ({ $ref: `#/$defs/${type}` })),
    $defs: Object.fromEntries(definitions),
  };
}

test('docs/schemas/watch-events.schema.json is made from the schemas; vitest -u writes it anew', async () => {
  const text = `${JSON.stringify(document(), null, 2)}\n`;
  await expect(text).toMatchFileSnapshot(join(docs, 'schemas/watch-events.schema.json'));
});

test('docs/events.md explains every type and every field of it', () => {
  const page = readFileSync(join(docs, 'events.md'), 'utf8');
  const sections = new Map(
    page
      .split(/^### /m)
      .slice(1)
      .map((section) => [/^`(\w+)`/.exec(section)?.[1] ?? '', section]),
  );
  expect([...sections.keys()]).toEqual(types);
  const everywhere = ['type', 'version', 'jobId', 'time'];
  for (const [type, schema] of Object.entries(watchObjectSchemas)) {
    const fields = Object.keys(schema.entries).filter((field) => !everywhere.includes(field));
    const explained = [...(sections.get(type) ?? '').matchAll(/^\| `(\w+)`/gm)].map(
      ([, field]) => field,
    );
    expect(explained, type).toEqual(fields);
  }
});
