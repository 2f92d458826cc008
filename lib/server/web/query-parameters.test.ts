import { describe, expect, it } from 'vitest';
import { frontendQuery } from './openapi/frontend-query';
import { HttpProblem } from './problem/problem-response';
import { readQuery } from './query-parameters';

const read = (query: string) => readQuery(new Request(`http://x/api/v1/frontends?${query}`), frontendQuery);

function refused(query: string) {
  try {
    read(query);
  } catch (error) {
    if (error instanceof HttpProblem) return error.document('/api/v1/frontends');
    throw error;
  }
  throw new Error(`${query} was taken`);
}

describe('the query of frontends', () => {
  it('takes lists by comma and by repetition, and drops empty values', () => {
    expect(read('type=ClusterIP,NodePort&state=active&state=terminating&namespace=&q=')).toEqual({
      type: ['ClusterIP', 'NodePort'],
      state: ['active', 'terminating'],
    });
    expect(read('')).toEqual({});
  });

  it('reads every parameter', () => {
    expect(
      read('q=dns+53&namespace=kube-system&node=a,b&problem=any&sort=-backends&offset=20&limit=10'),
    ).toEqual({
      q: 'dns 53',
      namespace: ['kube-system'],
      node: ['a', 'b'],
      problem: ['any'],
      sort: '-backends',
      offset: 20,
      limit: 10,
    });
  });

  it.each([
    ['type=clusterip', 'type'],
    ['state=gone', 'state'],
    ['problem=all', 'problem'],
    ['sort=colour', 'sort'],
    ['limit=-1', 'limit'],
    ['limit=1.5', 'limit'],
    ['offset=many', 'offset'],
    ['offset=1&offset=2', 'offset'],
    [`q=${'x'.repeat(301)}`, 'q'],
    ['colour=red', 'colour'],
    ['__proto__=1', '__proto__'],
    ['constructor=1', 'constructor'],
  ])('names the parameter that %s gets wrong', (query, parameter) => {
    const problem = refused(query);
    expect(problem).toMatchObject({ status: 400, type: 'urn:kpr-explorer:problem:bad-request' });
    expect(problem.errors?.map((error) => error.parameter)).toContain(parameter);
    expect(problem.detail).toContain(parameter);
  });

  it('names all that are wrong', () => {
    expect(
      refused('limit=x&sort=y')
        .errors?.map(({ parameter }) => parameter)
        .sort(),
    ).toEqual(['limit', 'sort']);
  });
});
