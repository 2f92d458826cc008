import type { z } from 'zod';
import type { ZodOpenApiResponseObject } from 'zod-openapi';
import { problemDocument } from './common-schemas';

/** An answer that is a problem document. */
export const problemResponse = (description: string): ZodOpenApiResponseObject => ({
  description,
  content: { 'application/problem+json': { schema: problemDocument } },
});

/** The answers of a route: what it gives, and the problems that any route may have. */
export const answers = (description: string, schema: z.ZodType) => ({
  '200': { description, content: { 'application/json': { schema } } },
  '503': problemResponse('The collector is not running.'),
  default: problemResponse('Refused, or failed.'),
});
