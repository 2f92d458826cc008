import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually';
import type { Server } from '../server-under-test';
import { pathOf, inNamespace } from '../in-namespace';

/** An API server of 1.35 looks every 15 seconds how far back etcd still reaches. */
const noticedWithinMs = 45_000;

/** Takes hold of a moment and has it forgotten; gives what looks, later, whether it is. */
export function forgottenHistory(server: Server): () => void {
  const namespace = 'forgotten';
  const leases = pathOf('leases', namespace);
  const moment = { continueToken: '', resourceVersion: '' };
  const api = () => server().api('admin');
  inNamespace(server, namespace);

  beforeAll(async () => {
    for (const name of ['a', 'b', 'c', 'd']) await api().post(leases, { metadata: { name } });
    const { body } = await api().get(`${leases}?limit=2`);
    moment.continueToken = body.metadata?.continue ?? '';
    moment.resourceVersion = body.metadata?.resourceVersion ?? '';
    await api().post(leases, { metadata: { name: 'b-later' } });
    await server().forgetHistory();
  });

  const next = (token: string) => api().get(`${leases}?limit=2&continue=${encodeURIComponent(token)}`);

  return () => {
    describe('a forgotten history', () => {
      test('a continue token gets 410 and another one, which leads on from there as things are now', async () => {
        await eventually(async () => (await next(moment.continueToken)).code, noticedWithinMs).toBe(410);
        const expired = await next(moment.continueToken);
        expect(expired.body).toEqual({
          kind: 'Status',
          apiVersion: 'v1',
          metadata: { continue: expect.any(String) as string },
          status: 'Failure',
          message:
            'The provided continue parameter is too old to display a consistent list result. You can start a new list without the continue parameter, or use the continue token in this response to retrieve the remainder of the results. Continuing with the provided token results in an inconsistent list - objects that were created, modified, or deleted between the time the first chunk was returned and now may show up in the list.',
          reason: 'Expired',
          code: 410,
        });
        const { body } = await next(expired.body.metadata?.continue ?? '');
        expect(body.items?.map(({ metadata }) => metadata?.name)).toEqual(['b-later', 'c']);
        const last = await next(body.metadata?.continue ?? '');
        expect(last.body.items?.map(({ metadata }) => metadata?.name)).toEqual(['d']);
      });

      test('a list of exactly that revision gets 410', async () => {
        const query = `resourceVersion=${moment.resourceVersion}&resourceVersionMatch=Exact`;
        const { body } = await api().get(`${leases}?${query}`);
        expect(body).toEqual({
          kind: 'Status',
          apiVersion: 'v1',
          metadata: {},
          status: 'Failure',
          message: 'The resourceVersion for the provided list is too old.',
          reason: 'Expired',
          code: 410,
        });
      });
    });
  };
}
