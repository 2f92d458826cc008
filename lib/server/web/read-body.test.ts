import { describe, expect, it } from 'vitest';
import { planBody } from './openapi/plan-body';
import { HttpProblem } from './problem/problem-response';
import { readBody } from './read-body';

const read = (body: string) =>
  readBody(new Request('http://x/api/v1/plans', { method: 'POST', body }), planBody);

describe('the body of a plan', () => {
  it('takes changes, keys to take out, and nodes', async () => {
    const body = { changes: { 'bpf-lb-mode': 'dsr', 'bpf-lb-algorithm': null }, nodes: ['worker-1'] };
    expect(await read(JSON.stringify(body))).toEqual(body);
  });

  it.each([
    ['no JSON', '{'],
    ['no object', '[]'],
    ['no change', '{"changes":{}}'],
    ['an unknown part', '{"changes":{"a":"b"},"apply":true}'],
    ['a key of another form', '{"changes":{"../x":"b"}}'],
    ['a key that is none', '{"changes":{"__proto__":"b"}}'],
    ['a value with a line feed', String.raw`{"changes":{"a":"b\nc"}}`],
    ['a long value', JSON.stringify({ changes: { a: 'x'.repeat(201) } })],
    ['no value', '{"changes":{"a":true}}'],
    ['a node of another form', '{"changes":{"a":"b"},"nodes":["x y"]}'],
    ['no nodes', '{"changes":{"a":"b"},"nodes":[]}'],
    [
      'too many changes',
      JSON.stringify({ changes: Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`k${at}`, 'x'])) }),
    ],
  ])('refuses %s with 400', async (_what, body) => {
    const refused = await read(body).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(HttpProblem);
    expect(refused instanceof HttpProblem && refused.document('/').status).toBe(400);
  });
});
