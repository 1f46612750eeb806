import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { closed } from './openapi-checker.js';

const file = join(import.meta.dirname, '../../docs/schemas/watch-events.schema.json');

const ajv = new Ajv2020({ strict: false, allErrors: true });
(addFormats as unknown as (to: Ajv2020) => void)(ajv);
ajv.addSchema({ $id: 'watch', ...(closed(JSON.parse(readFileSync(file, 'utf8'))) as object) });

/**
 * What of a printed object the delivered JSON Schema of its type does not say, a field that is not in it included;
 * empty when the schema is right.
 */
export function schemaProblems(object: { type: string }): string[] {
  const validate = ajv.getSchema(`watch#/$defs/${object.type}`);
  if (validate === undefined) return [`${object.type} has no schema`];
  if (validate(object) === true) return [];
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) =>
      `${object.type}${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}
