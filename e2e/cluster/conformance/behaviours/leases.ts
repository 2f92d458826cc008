import { beforeAll, describe, expect, test } from 'vitest';
import { invalidField, refusal } from '../expected-status';
import type { Server } from '../server-under-test';
import { inNamespace } from '../in-namespace';
import { conflictMessage } from './updates';

const group = 'coordination.k8s.io';
const details = { name: 'lock', group, kind: 'leases' };
const now = '2026-01-01T00:00:00.000000Z';

/** A Lease as a lock: whoever writes with the version it read has it. */
export function leases(server: Server): void {
  describe('a Lease as a lock', () => {
    const path = inNamespace(server, 'locks')('leases');
    const lock = `${path}/lock`;
    const api = () => server().api('admin');

    beforeAll(async () => {
      const spec = {
        holderIdentity: 'first',
        leaseDurationSeconds: 15,
        acquireTime: now,
        renewTime: now,
        leaseTransitions: 0,
      };
      const { body } = await api().post(path, { metadata: { name: 'lock' }, spec });
      expect(body.spec).toEqual(spec);
    });

    test('one creates it, the other learns that it exists', async () => {
      const { body } = await api().post(path, {
        metadata: { name: 'lock' },
        spec: { holderIdentity: 'second' },
      });
      expect(body).toEqual(refusal(409, 'AlreadyExists', `leases.${group} "lock" already exists`, details));
    });

    test('of two that read the same version one gets it', async () => {
      const { body: read } = await api().get(lock);
      const take = (holderIdentity: string) =>
        api().put(lock, { ...read, spec: { ...read.spec, holderIdentity } });
      const answers = await Promise.all([take('second'), take('third')]);
      expect(answers.map(({ code }) => code).toSorted()).toEqual([200, 409]);
      const lost = answers.find(({ code }) => code === 409);
      expect(lost?.body).toEqual(
        refusal(409, 'Conflict', conflictMessage(`leases.${group} "lock"`), details),
      );
    });

    test('it cannot be written without a version', async () => {
      const { body } = await api().put(lock, {
        metadata: { name: 'lock' },
        spec: { holderIdentity: 'thief' },
      });
      expect(body).toEqual(
        refusal(
          422,
          'Invalid',
          `leases.${group} "lock" is invalid: metadata.resourceVersion: Invalid value: 0: must be specified for an update`,
          {
            ...details,
            causes: [
              {
                reason: 'FieldValueInvalid',
                message: 'Invalid value: 0: must be specified for an update',
                field: 'metadata.resourceVersion',
              },
            ],
          },
        ),
      );
    });

    test('an update of one that is not there creates it', async () => {
      const { code, body } = await api().put(`${path}/other`, {
        metadata: { name: 'other' },
        spec: { holderIdentity: 'me' },
      });
      expect({ code, spec: body.spec }).toEqual({ code: 201, spec: { holderIdentity: 'me' } });
    });

    test('its times have six digits, its numbers are sensible', async () => {
      const patch = async (spec: object) => (await api().patch(lock, 'merge', { spec })).body;
      for (const renewTime of ['2026-01-01T00:00:00Z', 'yesterday']) {
        expect(await patch({ renewTime })).toMatchObject({
          code: 422,
          reason: 'Invalid',
          details: { causes: [{ field: 'patch' }] },
        });
      }
      expect(await patch({ leaseDurationSeconds: '15' })).toMatchObject({ code: 422 });
      expect(await patch({ leaseDurationSeconds: 0 })).toEqual(
        invalidField(`Lease.${group}`, 'lock', [
          'invalid',
          'spec.leaseDurationSeconds',
          'Invalid value: 0: must be greater than 0',
        ]),
      );
      expect(await patch({ leaseTransitions: -1 })).toEqual(
        invalidField(`Lease.${group}`, 'lock', [
          'invalid',
          'spec.leaseTransitions',
          'Invalid value: -1: must be greater than or equal to 0',
        ]),
      );
    });

    test('given back by a delete of the version that was held', async () => {
      const { metadata: { uid, resourceVersion } = {} } = (await api().get(lock)).body;
      const stale = await api().delete(lock, { preconditions: { resourceVersion: '1' } });
      expect(stale.code).toBe(409);
      expect((await api().delete(lock, { preconditions: { uid, resourceVersion } })).code).toBe(200);
    });
  });
}
