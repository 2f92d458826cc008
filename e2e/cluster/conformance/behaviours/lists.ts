import { beforeAll, describe, expect, test } from 'vitest';
import { invalidField, refusal } from '../expected-status';
import type { ApiAnswer } from '../api-client';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';

const names = ['l0', 'l1', 'l2', 'l3', 'l4', 'l5', 'l6'];

/** Leases: nobody but us makes any in our namespace, so a list of all of them is ours to predict. */
export function lists(server: Server): void {
  describe('lists', () => {
    const path = inNamespace(server, 'lists');
    const leases = path('leases');
    const api = () => server().api('admin');
    /** The resourceVersion of each object as it was made. */
    const made: string[] = [];

    beforeAll(async () => {
      for (const name of names) {
        const { body } = await api().post(leases, { metadata: { name } });
        made.push(body.metadata?.resourceVersion ?? '');
      }
    });

    const list = (query: Record<string, string> = {}) => api().get(`${leases}?${new URLSearchParams(query)}`);
    const namesIn = ({ body }: ApiAnswer) => (body.items ?? []).map(({ metadata }) => metadata?.name);

    test('all of them, by name, without their type and with the revision of the whole', async () => {
      const answer = await list();
      expect(answer.body).toMatchObject({ kind: 'LeaseList', apiVersion: 'coordination.k8s.io/v1' });
      expect(namesIn(answer)).toEqual(names);
      expect(answer.body.items?.[0]?.kind).toBeUndefined();
      expect(answer.body.metadata?.continue).toBeUndefined();
      expect(Number(answer.body.metadata?.resourceVersion)).toBeGreaterThanOrEqual(Number(made.at(-1)));
    });

    test('an empty list, also of a namespace that never was', async () => {
      for (const namespace of ['default', 'never-was']) {
        const { code, body } = await api().get(`/apis/coordination.k8s.io/v1/namespaces/${namespace}/leases`);
        expect({ code, items: body.items }).toEqual({ code: 200, items: [] });
      }
    });

    test('page by page: a limit, what remains, a token for the rest, as it stood at the first page', async () => {
      const first = await list({ limit: '3' });
      expect(namesIn(first)).toEqual(names.slice(0, 3));
      expect(first.body.metadata?.remainingItemCount).toBe(4);
      await api().post(leases, { metadata: { name: 'l3-late' } });
      const second = await list({ limit: '3', continue: first.body.metadata?.continue ?? '' });
      expect(namesIn(second)).toEqual(names.slice(3, 6));
      expect(second.body.metadata?.remainingItemCount).toBe(1);
      expect(second.body.metadata?.resourceVersion).toBe(first.body.metadata?.resourceVersion);
      const last = await list({ limit: '3', continue: second.body.metadata?.continue ?? '' });
      expect(namesIn(last)).toEqual(names.slice(6));
      expect(last.body.metadata).not.toHaveProperty('remainingItemCount');
      expect(last.body.metadata?.continue ?? '').toBe('');
      const rest = await list({ continue: first.body.metadata?.continue ?? '' });
      expect(namesIn(rest)).toEqual(names.slice(3));
      await api().delete(`${leases}/l3-late`);
    });

    test('with a selector nobody counts what remains', async () => {
      const { body } = await list({ limit: '3', fieldSelector: 'metadata.name!=l1' });
      expect(body.metadata?.continue).toBeTruthy();
      expect(body.metadata).not.toHaveProperty('remainingItemCount');
    });

    test('resourceVersion "0" is whatever the server has: all of it, whatever the limit', async () => {
      const answer = await list({ resourceVersion: '0', limit: '3' });
      expect(namesIn(answer)).toEqual(names);
    });

    test('resourceVersion N: not older, or with a match or a limit exactly that one', async () => {
      const resourceVersion = made[4] ?? '';
      const older = names.slice(0, 5);
      expect(namesIn(await list({ resourceVersion }))).toEqual(names);
      const notOlder = await list({ resourceVersion, resourceVersionMatch: 'NotOlderThan' });
      expect(namesIn(notOlder)).toEqual(names);
      const exact = await list({ resourceVersion, resourceVersionMatch: 'Exact' });
      expect(namesIn(exact)).toEqual(older);
      expect(exact.body.metadata?.resourceVersion).toBe(resourceVersion);
      const page = await list({ resourceVersion, limit: '4' });
      expect(namesIn(page)).toEqual(older.slice(0, 4));
      const next = await list({ limit: '4', continue: page.body.metadata?.continue ?? '' });
      expect(namesIn(next)).toEqual(older.slice(4));
    });

    test('a revision that is still to come: 504, try again in a second', async () => {
      for (const url of [`${leases}?resourceVersion=99999999`, `${leases}/l0?resourceVersion=99999999`]) {
        const answer = await api().get(url);
        expect(answer.body).toMatchObject({
          code: 504,
          reason: 'Timeout',
          message: expect.stringMatching(
            /^Timeout: Too large resource version: 99999999, current: \d+$/,
          ) as string,
          details: {
            causes: [{ reason: 'ResourceVersionTooLarge', message: 'Too large resource version' }],
            retryAfterSeconds: 1,
          },
        });
        expect(answer.headers['retry-after']).toBe('1');
      }
    });

    test('options that contradict each other, or make no sense', async () => {
      const options = 'ListOptions.meta.k8s.io';
      const field = 'resourceVersionMatch';
      const resourceVersion = made[0] ?? '';
      const matchless = await list({ resourceVersionMatch: 'Exact' });
      expect(matchless.body).toEqual(
        invalidField(options, '', [
          'forbidden',
          field,
          'Forbidden: resourceVersionMatch is forbidden unless resourceVersion is provided',
        ]),
      );
      const zero = await list({ resourceVersion: '0', resourceVersionMatch: 'Exact' });
      expect(zero.body).toEqual(
        invalidField(options, '', [
          'forbidden',
          field,
          'Forbidden: resourceVersionMatch "exact" is forbidden for resourceVersion "0"',
        ]),
      );
      const unknown = await list({ resourceVersion, resourceVersionMatch: 'Nearly' });
      expect(unknown.body).toEqual(
        invalidField(options, '', [
          'unsupported',
          field,
          'Unsupported value: "Nearly": supported values: "Exact", "NotOlderThan", ""',
        ]),
      );
      const { body } = await list({ limit: '1' });
      const both = await list({ continue: body.metadata?.continue ?? '', resourceVersion });
      expect(both.body).toEqual(
        refusal(400, 'BadRequest', 'specifying resource version is not allowed when using continue'),
      );
      expect((await list({ resourceVersion: 'abc' })).body).toEqual(
        refusal(
          400,
          'BadRequest',
          'invalid resource version: resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
        ),
      );
      expect((await list({ limit: 'abc' })).body).toEqual(
        refusal(400, 'BadRequest', 'strconv.ParseInt: parsing "abc": invalid syntax'),
      );
      expect((await list({ continue: 'abc' })).body).toMatchObject({
        code: 400,
        message: expect.stringMatching(/^invalid continue token: /) as string,
      });
      expect(namesIn(await list({ limit: '-1' }))).toEqual(names);
    });

    test('of all namespaces, by namespace and name', async () => {
      const { body } = await api().get('/apis/coordination.k8s.io/v1/leases');
      const found = (body.items ?? []).map(({ metadata }) => `${metadata?.namespace}/${metadata?.name}`);
      expect(found).toEqual(found.toSorted());
      expect(found).toEqual(expect.arrayContaining(names.map((name) => `lists/${name}`)));
    });
  });
}
