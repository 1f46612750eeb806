import fc from 'fast-check';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { fits } from '../../src/client/fits.js';
import { endpoints } from '../../src/contract/index.js';

const { schema: anySchema } = fc.letrec<{ schema: v.GenericSchema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom<v.GenericSchema>(v.string(), v.number(), v.boolean()),
    tie('schema').map((schema) => v.nullish(schema)),
    tie('schema').map((schema) => v.array(schema)),
    fc
      .dictionary(fc.constantFrom('a', 'b', 'c'), tie('schema'))
      .map((entries) => v.looseObject(entries)),
  ),
}));

const anyJson = fc.jsonValue({ maxDepth: 4 });
const likely = fc.dictionary(fc.constantFrom('a', 'b', 'c'), fc.oneof(anyJson, fc.array(anyJson)));

test('it says of every body what valibot says', () => {
  fc.assert(
    fc.property(anySchema, fc.oneof(anyJson, likely), (schema, value) => {
      expect(fits(value, schema)).toBe(v.safeParse(schema, value).success);
    }),
    { numRuns: 2000 },
  );
});

test('of a kind of schema that it does not know it is never sure', () => {
  expect(fits('WARN', v.picklist(['WARN']))).toBe(false);
  expect(fits({ level: 'WARN' }, v.looseObject({ level: v.picklist(['WARN']) }))).toBe(false);
});

test.each(Object.entries(endpoints))(
  'it knows every kind that %s asks for',
  (_name, { schema }) => {
    // Were there one it does not know, each answer would be checked twice.
    const kinds = new Set<string>();
    const visit = (part: unknown): void => {
      if (typeof part !== 'object' || part === null) return;
      const { kind, type, ...rest } = part as { kind?: unknown; type?: unknown };
      if (kind === 'schema') kinds.add(String(type));
      for (const child of Object.values(rest)) visit(child);
    };
    visit(schema);
    for (const kind of kinds) {
      expect(['string', 'number', 'boolean', 'nullish', 'array', 'loose_object']).toContain(kind);
    }
  },
);
