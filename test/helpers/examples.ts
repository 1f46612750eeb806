import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The documentation languages of the example bodies. */
export const exampleLanguages = ['ja', 'tr'] as const;
export type ExampleLanguage = (typeof exampleLanguages)[number];

const folder = join(import.meta.dirname, '../fixtures/api');

/** The text of an example body, such as `logs` in `tr`. */
export const exampleText = (language: ExampleLanguage, name: string): string =>
  readFileSync(join(folder, language, `${name}.json`), 'utf8');

/** An example body. The caller says what it is; the contract's own tests check that it is so. */
export const example = <T>(language: ExampleLanguage, name: string): T =>
  JSON.parse(exampleText(language, name)) as T;

/** The job that the examples are about. */
export const EXAMPLE_JOB = 'cc0e8400-e29b-41d4-a716-446655440000';
