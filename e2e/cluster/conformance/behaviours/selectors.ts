import { beforeAll, describe, expect, test } from 'vitest';
import { refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

export function selectors(server: Server): void {
  describe('selectors', () => {
    const maps = inNamespace(server, 'selectors')('configmaps');
    const api = () => server().api('admin');

    beforeAll(async () => {
      const labelled: Record<string, Record<string, string>> = {
        one: { tier: 'a', weight: '1' },
        two: { tier: 'b', weight: '2' },
        three: { tier: 'b', weight: '3', extra: '' },
      };
      for (const [name, labels] of Object.entries(labelled)) {
        await api().post(maps, { metadata: { name, labels: { suite: 'selectors', ...labels } } });
      }
    });

    const get = (query: Record<string, string>) => api().get(`${maps}?${new URLSearchParams(query)}`);

    test.each([
      ['tier=b', ['three', 'two']],
      ['tier==b', ['three', 'two']],
      ['suite,tier!=b', ['one']],
      ['tier in (a,b),extra', ['three']],
      ['suite,tier notin (b)', ['one']],
      ['suite,!extra', ['one', 'two']],
      ['weight>1', ['three', 'two']],
      ['weight<2', ['one']],
      ['extra=', ['three']],
      ['tier=a,tier=b', []],
    ])('labels: %s', async (labelSelector, names) => {
      const { body } = await get({ labelSelector });
      expect(body.items?.map(({ metadata }) => metadata?.name)).toEqual(names);
    });

    test.each([['tier in'], ['=,'], ['tier=a b'], ['-tier=a']])('labels that are none: %s', async (text) => {
      expect((await get({ labelSelector: text })).body).toMatchObject({ code: 400, reason: 'BadRequest' });
    });

    test('fields: name and namespace, of every kind', async () => {
      const named = await get({ fieldSelector: 'metadata.name=two' });
      expect(named.body.items?.map(({ metadata }) => metadata?.name)).toEqual(['two']);
      const query = 'fieldSelector=metadata.namespace%3Dselectors,metadata.name!%3Done&labelSelector=suite';
      const everywhere = await api().get(`/api/v1/configmaps?${query}`);
      expect(everywhere.body.items?.map(({ metadata }) => metadata?.name)).toEqual(['three', 'two']);
    });

    test('fields: of a pod its node and phase', async () => {
      const { body: nodes } = await api().get('/api/v1/nodes');
      for (const { metadata } of nodes.items ?? []) {
        const fieldSelector = `spec.nodeName=${metadata?.name},status.phase!=Failed`;
        const { body } = await api().get(`/api/v1/pods?${new URLSearchParams({ fieldSelector })}`);
        expect(new Set(body.items?.map(({ spec }) => spec?.nodeName))).toEqual(new Set([metadata?.name]));
      }
    });

    test('fields that a kind cannot be selected by', async () => {
      expect((await get({ fieldSelector: 'data.a=b' })).body).toEqual(
        refusal(
          400,
          'BadRequest',
          '"data.a" is not a known field selector: only "metadata.name", "metadata.namespace"',
        ),
      );
      const pods = await api().get('/api/v1/pods?fieldSelector=spec.color%3Dred');
      expect(pods.body).toEqual(refusal(400, 'BadRequest', 'field label not supported: spec.color'));
      const noOperator = await api().get('/api/v1/pods?fieldSelector=spec');
      expect(noOperator.body).toEqual(
        refusal(400, 'BadRequest', `invalid selector: 'spec'; can't understand 'spec'`),
      );
    });
  });
}
