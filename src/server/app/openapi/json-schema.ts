import { toJsonSchema } from '@valibot/to-json-schema';
import type * as v from 'valibot';

/** A part of an OpenAPI document. */
export type Part = Readonly<Record<string, unknown>>;

/**
 * A schema of the contract as JSON Schema 2020-12, the dialect of OpenAPI 3.1. `input` is what a caller sends,
 * `output` what comes out of reading it, or what the server answers.
 */
export function jsonSchema(schema: v.GenericSchema, typeMode: 'input' | 'output'): Part {
  const { $schema: _, ...part } = toJsonSchema(schema, {
    target: 'draft-2020-12',
    typeMode,
    errorMode: 'ignore',
  });
  return part as Part;
}
