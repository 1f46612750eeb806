import * as v from 'valibot';
import type { Public } from '../app/operation.js';

const OpenApiSchema = v.looseObject({
  openapi: v.string(),
  info: v.looseObject({ title: v.string(), version: v.string(), description: v.string() }),
  paths: v.looseObject({}),
  components: v.looseObject({}),
});

export const openApi: Public = {
  kind: 'public',
  id: 'getOpenApi',
  summary: 'This document.',
  path: '/openapi.json',
  schemaName: 'OpenApi',
  schema: OpenApiSchema,
  hasTag: true,
  errors: [],
  answer: async (all) => {
    const { openApiDocument } = await import('../app/openapi/document.js');
    return openApiDocument(all);
  },
};
