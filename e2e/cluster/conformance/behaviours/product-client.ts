import { beforeAll, describe, expect, test } from 'vitest';
import { eventually } from '../eventually';
import { getJson } from '@/lib/server/kube/api-request';
import { ForbiddenError, UnauthenticatedError } from '@/lib/server/kube/api-status-error';
import { checkConnection } from '@/lib/server/kube/check-connection';
import { createConnection } from '@/lib/server/kube/kube-connection';
import { listPages } from '@/lib/server/kube/list-pages';
import { ListWatch } from '@/lib/server/kube/list-watch';
import { objectMetaSchema } from '@/lib/server/kube/object-meta';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const count = 1_100;
const nameOf = (object: unknown) => objectMetaSchema.parse(object).metadata.name;

/** The product's own list, watch and connection, through the same code as in a user's hands. */
export function productClient(server: Server): void {
  describe('the product’s own client', () => {
    const path = inNamespace(server, 'client')('leases');
    const api = () => server().api('admin');
    const list = { path, what: 'list leases' };

    beforeAll(async () => {
      const names = Array.from({ length: count }, (_, index) => `l${String(index).padStart(5, '0')}`);
      // Some at a time: thousands of requests at once would be put off by the server.
      while (names.length > 0) {
        await Promise.all(names.splice(0, 100).map((name) => api().post(path, { metadata: { name } })));
      }
    });

    test('lists in pages of 500, and gives the revision to watch from', async () => {
      const pages: string[][] = [];
      const resourceVersion = await listPages(
        server().connection('viewer'),
        list,
        (objects) => pages.push(objects.map(nameOf)),
        () => {},
      );
      expect(pages.map(({ length }) => length)).toEqual([500, 500, count - 1_000]);
      expect(new Set(pages.flat()).size).toBe(count);
      expect(resourceVersion).toMatch(/^\d+$/);
    });

    test('keeps a copy by list and watch', async () => {
      const changes: string[] = [];
      const problems: unknown[] = [];
      const copy = new ListWatch(server().connection('viewer'), {
        path,
        resource: 'leases',
        reshape: nameOf,
        onChange: (key, current) => changes.push(`${current === null ? '-' : '+'}${key}`),
        onProblem: (problem) => problems.push(problem),
      });
      const stop = new AbortController();
      const ended = copy.run(stop.signal);
      await eventually(() => copy.items.size, 10_000).toBe(count);
      changes.length = 0;
      await api().post(path, { metadata: { name: 'new' } });
      await api().delete(`${path}/l00000`);
      await eventually(() => changes).toEqual(['+client/new', '-client/l00000']);
      expect(problems).toEqual([]);
      stop.abort();
      await ended;
    });

    test('reads the version, and tells who is not known from who may not', async () => {
      const version = await checkConnection(server().connection('nobody'));
      expect(version).toMatch(new RegExp(`^v1\\.${server().minor}\\.`));
      await expect(getJson(server().connection('nobody'), list)).rejects.toThrow(ForbiddenError);
      const { server: url, requestOptions } = server().connection('nobody');
      const ca = (await requestOptions()).ca;
      const stranger = createConnection(
        {
          context: 'stranger',
          clusterName: 'conformance',
          cluster: {
            server: url.href,
            'certificate-authority-data': Buffer.from(String(ca)).toString('base64'),
          },
          userName: 'stranger',
          user: { token: 'nobody-has-this-token' },
          namespace: null,
        },
        { kind: 'kubeconfig', title: 'stranger', scenario: null },
      );
      await expect(checkConnection(stranger)).rejects.toThrow(UnauthenticatedError);
    });
  });
}
