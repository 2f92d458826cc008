import { describe, expect, test } from 'vitest';
import { eventually } from '../eventually';
import type { OpenWatch } from '../api-client';
import { invalidField, serverFailure } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const said = ({ events }: OpenWatch) => events.map(({ type, object }) => `${type} ${object.metadata?.name}`);

export function watches(server: Server): void {
  describe('watches', () => {
    const leases = inNamespace(server, 'watches')('leases');
    const api = () => server().api('admin');
    const revision = async () => (await api().get(leases)).body.metadata?.resourceVersion ?? '';
    const make = (name: string, labels: Record<string, string> = {}) =>
      api().post(leases, { metadata: { name, labels } });
    const relabel = (name: string, labels: Record<string, string | null>) =>
      api().patch(`${leases}/${name}`, 'merge', { metadata: { labels } });

    test('from a revision: what came after it, then what comes, each with a revision to resume from', async () => {
      const resourceVersion = await revision();
      await make('before');
      const watch = await api().watch(leases, { resourceVersion });
      await make('after');
      await relabel('after', { seen: 'yes' });
      await api().delete(`${leases}/before`);
      await api().delete(`${leases}/after`);
      const all = ['ADDED before', 'ADDED after', 'MODIFIED after', 'DELETED before', 'DELETED after'];
      await eventually(() => said(watch)).toEqual(all);
      watch.stop();
      const revisions = watch.events.map(({ object }) => Number(object.metadata?.resourceVersion));
      expect(revisions).toEqual(revisions.toSorted((a, b) => a - b));
      expect(new Set(revisions).size).toBe(revisions.length);
      expect(watch.events[0]?.object).toMatchObject({ kind: 'Lease', apiVersion: 'coordination.k8s.io/v1' });
      // What was deleted comes as it last was, with the revision of its end.
      expect(watch.events[4]?.object.metadata?.labels).toEqual({ seen: 'yes' });
      const resumed = await api().watch(leases, { resourceVersion: String(revisions[2]) });
      await eventually(() => said(resumed)).toEqual(all.slice(3));
      resumed.stop();
    });

    test('without a revision, and from "0": first the objects there are', async () => {
      await make('here');
      for (const query of ['', '0']) {
        const watch = await api().watch(leases, { resourceVersion: query });
        await eventually(() => said(watch)).toEqual(['ADDED here']);
        watch.stop();
      }
      await api().delete(`${leases}/here`);
    });

    test('with a selector an object comes into sight and leaves it', async () => {
      const watch = await api().watch(leases, {
        resourceVersion: await revision(),
        labelSelector: 'team=a',
      });
      await make('moves', { team: 'b' });
      await relabel('moves', { team: 'a' });
      await relabel('moves', { other: 'x' });
      await relabel('moves', { team: 'b', other: null });
      await api().delete(`${leases}/moves`);
      await eventually(() => said(watch)).toEqual(['ADDED moves', 'MODIFIED moves', 'DELETED moves']);
      // As it was while it was in sight.
      expect(watch.events[2]?.object.metadata?.labels).toEqual({ team: 'a', other: 'x' });
      watch.stop();
    });

    test('of one object, by its name', async () => {
      const watch = await api().watch(leases, {
        resourceVersion: await revision(),
        fieldSelector: 'metadata.name=mine',
      });
      for (const name of ['other', 'mine']) {
        await make(name);
        await api().delete(`${leases}/${name}`);
      }
      await eventually(() => said(watch)).toEqual(['ADDED mine', 'DELETED mine']);
      watch.stop();
    });

    test('a GET of one object is a GET, whatever its query says', async () => {
      await make('single');
      const { body } = await api().get(`${leases}/single?watch=true`);
      expect(body).toMatchObject({ kind: 'Lease', metadata: { name: 'single' } });
      await api().delete(`${leases}/single`);
    });

    test('ends after timeoutSeconds, with a last bookmark two seconds before that for who wants it', async () => {
      const resourceVersion = await revision();
      const startedMs = performance.now();
      const query = { resourceVersion, timeoutSeconds: '3' };
      const [plain, marked] = await Promise.all([
        api().watch(leases, query),
        api().watch(leases, { ...query, allowWatchBookmarks: 'true' }),
      ]);
      await Promise.all([plain.ended, marked.ended]);
      const tookMs = performance.now() - startedMs;
      expect(tookMs).toBeGreaterThan(2_900);
      expect(tookMs).toBeLessThan(10_000);
      expect(plain.events).toEqual([]);
      // One is promised; a server under load has been seen to send two.
      expect(new Set(marked.events.map(({ type }) => type))).toEqual(new Set(['BOOKMARK']));
      const { kind, apiVersion, metadata } = marked.events[0]?.object ?? {};
      expect({ kind, apiVersion }).toEqual({ kind: 'Lease', apiVersion: 'coordination.k8s.io/v1' });
      // Nothing but the revision, which may be that of a change elsewhere.
      expect(Object.keys(metadata ?? {})).toEqual(['resourceVersion']);
      expect(Number(metadata?.resourceVersion)).toBeGreaterThanOrEqual(Number(resourceVersion));
    });

    test('too short a watch has no bookmark', async () => {
      const watch = await api().watch(leases, {
        resourceVersion: await revision(),
        timeoutSeconds: '1',
        allowWatchBookmarks: 'true',
      });
      await watch.ended;
      expect(watch.events).toEqual([]);
    });

    test('sendInitialEvents: the objects, then the bookmark that says so', async () => {
      await make('initial');
      const query = { resourceVersionMatch: 'NotOlderThan', allowWatchBookmarks: 'true' };
      const watch = await api().watch(leases, { ...query, sendInitialEvents: 'true' });
      await eventually(() => watch.events.map(({ type }) => type)).toEqual(['ADDED', 'BOOKMARK']);
      expect(watch.events[1]?.object.metadata?.annotations).toEqual({ 'k8s.io/initial-events-end': 'true' });
      watch.stop();
      const none = await api().watch(leases, { ...query, sendInitialEvents: 'false' });
      await make('later');
      await eventually(() => said(none)).toEqual(['ADDED later']);
      none.stop();
      // Since 1.34 this is what an old-fashioned watch gets too, if it takes bookmarks.
      const plain = await api().watch(leases, { allowWatchBookmarks: 'true' });
      await eventually(() => plain.events.map(({ type }) => type)).toEqual(['ADDED', 'ADDED', 'BOOKMARK']);
      plain.stop();
      for (const name of ['initial', 'later']) await api().delete(`${leases}/${name}`);
    });

    test('a revision from before the history: one ERROR with 410, then the end', async () => {
      // The history of this kind is younger than revision 1 on every server: it begins with its definition.
      const watch = await api().watch('/apis/cilium.io/v2/ciliumnodeconfigs', { resourceVersion: '1' });
      await watch.ended;
      expect(watch.events).toEqual([
        {
          type: 'ERROR',
          object: {
            kind: 'Status',
            apiVersion: 'v1',
            metadata: {},
            status: 'Failure',
            message: expect.stringMatching(/^too old resource version: 1 \(\d+\)$/) as string,
            reason: 'Expired',
            code: 410,
          },
        },
      ]);
    });

    test('refusals come as a status, before the first event', async () => {
      const refused = async (query: Record<string, string>) =>
        (await api().get(`${leases}?${new URLSearchParams({ watch: 'true', ...query })}`)).body;
      const options = 'ListOptions.meta.k8s.io';
      const field = 'resourceVersionMatch';
      expect(await refused({ sendInitialEvents: 'true' })).toEqual(
        invalidField(options, '', [
          'forbidden',
          field,
          'Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
        ]),
      );
      expect(await refused({ resourceVersion: '5', resourceVersionMatch: 'NotOlderThan' })).toEqual(
        invalidField(options, '', [
          'forbidden',
          field,
          'Forbidden: resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided',
        ]),
      );
      expect(await refused({ resourceVersion: 'abc' })).toEqual(
        serverFailure(
          'resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
        ),
      );
      expect(await refused({ labelSelector: 'a in' })).toMatchObject({ code: 400, reason: 'BadRequest' });
    });
  });
}
