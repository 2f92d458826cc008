import { beforeAll, describe, expect, test } from 'vitest';
import { invalidField, refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';
import { conflictMessage } from './updates';

export function dryRuns(server: Server): void {
  describe('server-side dry run', () => {
    const path = inNamespace(server, 'dry-runs');
    const maps = path('configmaps');
    const one = `${maps}/one`;
    const tried = `${one}?dryRun=All`;
    const api = () => server().api('admin');

    beforeAll(async () => {
      await api().post(maps, { metadata: { name: 'one' }, data: { a: '1' } });
    });

    test('a create answers as if, with a uid and no version, and makes nothing', async () => {
      const { code, body } = await api().post(`${maps}?dryRun=All`, {
        metadata: { name: 'two' },
        data: { a: '1' },
      });
      expect({ code, data: body.data }).toEqual({ code: 201, data: { a: '1' } });
      expect(body.metadata?.uid).toBeTruthy();
      expect(body.metadata?.resourceVersion).toBeUndefined();
      expect((await api().get(`${maps}/two`)).code).toBe(404);
    });

    test('an update and a patch answer as if, with the present version, and change nothing', async () => {
      const { body: before } = await api().get(one);
      const { resourceVersion } = before.metadata ?? {};
      for (const answer of [
        await api().put(tried, { metadata: { name: 'one' }, data: { a: '2' } }),
        await api().patch(tried, 'merge', { data: { a: '2' } }),
        await api().patch(tried, 'strategic', { data: { a: '2' } }),
        await api().patch(tried, 'json', [{ op: 'replace', path: '/data/a', value: '2' }]),
      ]) {
        expect({ code: answer.code, data: answer.body.data }).toEqual({ code: 200, data: { a: '2' } });
        expect(answer.body.metadata?.resourceVersion).toBe(resourceVersion);
      }
      expect((await api().get(one)).body).toEqual(before);
    });

    test('of a DaemonSet, a Lease and a CiliumNodeConfig alike', async () => {
      const labels = { app: 'tried' };
      const containers = [{ name: 'a', image: 'i:1' }];
      const bodies = {
        daemonsets: {
          metadata: { name: 'tried' },
          spec: {
            selector: { matchLabels: labels },
            template: { metadata: { labels }, spec: { containers } },
          },
        },
        leases: { metadata: { name: 'tried' }, spec: { holderIdentity: 'me' } },
        ciliumnodeconfigs: {
          apiVersion: 'cilium.io/v2',
          kind: 'CiliumNodeConfig',
          metadata: { name: 'tried' },
          spec: { nodeSelector: {}, defaults: {} },
        },
      } as const;
      for (const plural of ['daemonsets', 'leases', 'ciliumnodeconfigs'] as const) {
        expect((await api().post(`${path(plural)}?dryRun=All`, bodies[plural])).code).toBe(201);
        expect((await api().get(`${path(plural)}/tried`)).code).toBe(404);
      }
    });

    test('finds what the write would have found', async () => {
      expect((await api().post(`${maps}?dryRun=All`, { metadata: { name: 'one' } })).body).toMatchObject({
        code: 409,
        reason: 'AlreadyExists',
      });
      const stale = { metadata: { name: 'one', resourceVersion: '1' }, data: {} };
      const conflict = refusal(409, 'Conflict', conflictMessage('configmaps "one"'), {
        name: 'one',
        kind: 'configmaps',
      });
      expect((await api().put(tried, stale)).body).toEqual(conflict);
      expect((await api().patch(tried, 'merge', stale)).body).toEqual(conflict);
      const { body } = await api().post(`${maps}?dryRun=All`, { metadata: { name: 'A_b' } });
      expect(body).toMatchObject({ code: 422, reason: 'Invalid' });
      expect(
        (
          await server()
            .api('viewer')
            .patch(tried, 'merge', { data: { a: '2' } })
        ).code,
      ).toBe(403);
    });

    test('any value but All is refused', async () => {
      const { body } = await api().post(`${maps}?dryRun=Some`, { metadata: { name: 'two' } });
      expect(body).toEqual(
        invalidField('CreateOptions.meta.k8s.io', '', [
          'unsupported',
          'dryRun',
          'Unsupported value: ["Some"]: supported values: "All"',
        ]),
      );
    });
  });
}
