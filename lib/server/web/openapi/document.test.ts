import { existsSync } from 'node:fs';
import path from 'node:path';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import { openApiDocument } from './document';
import type { Same } from './same-type';

const document = openApiDocument('1.2.3');

// Each line fails to compile if `Same` no longer tells the two apart.
const differs: false[] = [
  false satisfies Same<{ a: string }, { a: number }>,
  false satisfies Same<{ a: string }, { a?: string }>,
  false satisfies Same<{ a: string }, { a: string; b?: string }>,
  false satisfies Same<{ a: 'x' | 'y' }[], { a: 'x' }[]>,
  false satisfies Same<{ a: { b: string | null } }, { a: { b: string } }>,
];

describe('the OpenAPI document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();
    const result = await validator.validate(JSON.parse(JSON.stringify(document)));
    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('describes every route there is, and no other', () => {
    const app = path.join(import.meta.dirname, '../../../../app');
    for (const url of Object.keys(document.paths ?? {})) {
      const folder = url.replace(/\{(\w+)\}/g, '[$1]');
      expect(existsSync(path.join(app, folder, 'route.ts')), `${url} has a route`).toBe(true);
    }
    expect(Object.keys(document.paths ?? {}).sort()).toEqual([
      '/api/v1/advice',
      '/api/v1/agents',
      '/api/v1/agents/{node}',
      '/api/v1/agents/{node}/raw/{command}',
      '/api/v1/agreement',
      '/api/v1/audit',
      '/api/v1/convergence',
      '/api/v1/events',
      '/api/v1/fields',
      '/api/v1/frontends',
      '/api/v1/frontends/{key}',
      '/api/v1/lessons',
      '/api/v1/openapi.json',
      '/api/v1/plans',
      '/api/v1/rollouts',
      '/api/v1/rollouts/permission',
      '/api/v1/rollouts/{id}',
      '/api/v1/rollouts/{id}/abort',
      '/api/v1/rollouts/{id}/pause',
      '/api/v1/rollouts/{id}/resume',
      '/api/v1/rollouts/{id}/rollback',
      '/api/v1/settings',
      '/api/v1/source',
      '/api/v1/training',
      '/livez',
      '/readyz',
    ]);
  });

  it('has no route that changes anything but those of rollouts, and the one of training clusters', () => {
    const posted = Object.entries(document.paths ?? {}).flatMap(([url, item]) => {
      const methods = Object.keys(item ?? {});
      expect(
        methods.every((method) => method === 'get' || method === 'post'),
        url,
      ).toBe(true);
      return methods.includes('post') ? [url] : [];
    });
    // A plan is a question that does not fit into an address.
    expect(posted.filter((url) => url !== '/api/v1/plans')).toEqual([
      '/api/v1/rollouts',
      ...['pause', 'resume', 'abort', 'rollback'].map((action) => `/api/v1/rollouts/{id}/${action}`),
      '/api/v1/training',
    ]);
  });

  it('names its lists as "a,b": the form the routes read', () => {
    const parameters = document.paths?.['/api/v1/frontends']?.get?.parameters ?? [];
    const type = parameters.find((parameter) => 'name' in parameter && parameter.name === 'type');
    expect(type).toMatchObject({ in: 'query', style: 'form', explode: false });
  });

  it('is held equal to the types by the compiler', () => {
    expect(differs).not.toContain(true);
  });
});
