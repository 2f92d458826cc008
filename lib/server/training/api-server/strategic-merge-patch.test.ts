import { describe, expect, test } from 'vitest';
import { strategicMergePatch } from './strategic-merge-patch';

const pod = {
  spec: {
    containers: [
      {
        name: 'agent',
        image: 'a:1',
        env: [
          { name: 'X', value: '1' },
          { name: 'Y', value: '2' },
        ],
        ports: [{ containerPort: 80, name: 'http' }],
      },
      { name: 'sidecar', image: 's:1' },
    ],
    tolerations: [{ key: 'a', operator: 'Exists' }],
    volumes: [{ name: 'v', emptyDir: {} }],
  },
};

describe('strategic merge patch', () => {
  test('merges containers, env, ports and volumes by their keys, new items before the others', () => {
    const patched = strategicMergePatch(pod, {
      spec: {
        containers: [
          {
            name: 'agent',
            env: [
              { name: 'Y', value: '3' },
              { name: 'Z', value: '4' },
            ],
            ports: [{ containerPort: 443 }],
          },
          { name: 'new', image: 'n:1' },
        ],
        volumes: [{ name: 'w', emptyDir: {} }],
      },
    });
    expect(patched.spec).toMatchObject({
      containers: [
        {
          name: 'agent',
          image: 'a:1',
          env: [
            { name: 'X', value: '1' },
            { name: 'Y', value: '3' },
            { name: 'Z', value: '4' },
          ],
          ports: [{ containerPort: 443 }, { containerPort: 80, name: 'http' }],
        },
        { name: 'new', image: 'n:1' },
        { name: 'sidecar', image: 's:1' },
      ],
      volumes: [{ name: 'w' }, { name: 'v' }],
    });
  });

  test('replaces tolerations, which have no merge key', () => {
    const patched = strategicMergePatch(pod, { spec: { tolerations: [{ key: 'b' }] } });
    expect(patched.spec).toMatchObject({ tolerations: [{ key: 'b' }] });
  });

  test('merges the ports of a Service by port', () => {
    const service = { spec: { ports: [{ port: 80, nodePort: 30080 }] } };
    expect(strategicMergePatch(service, { spec: { ports: [{ port: 80, name: 'web' }] } })).toEqual({
      spec: { ports: [{ port: 80, nodePort: 30080, name: 'web' }] },
    });
  });

  test('deletes and replaces by directive', () => {
    const deleted = strategicMergePatch(pod, {
      spec: {
        containers: [{ name: 'sidecar', $patch: 'delete' }],
        volumes: [{ $patch: 'replace' }, { name: 'only' }],
      },
    });
    expect(deleted.spec).toMatchObject({ containers: [{ name: 'agent' }], volumes: [{ name: 'only' }] });
    expect(strategicMergePatch({ a: { b: 1, c: 2 } }, { a: { $patch: 'replace', d: 3 } })).toEqual({
      a: { d: 3 },
    });
    expect(
      strategicMergePatch(
        { strategy: { type: 'RollingUpdate', rollingUpdate: {} } },
        {
          strategy: { $retainKeys: ['type'], type: 'Recreate' },
        },
      ),
    ).toEqual({ strategy: { type: 'Recreate' } });
  });

  test('orders by $setElementOrder and drops from lists of plain values', () => {
    const metadata = { finalizers: ['a', 'b'] };
    expect(
      strategicMergePatch(
        { metadata },
        { metadata: { '$deleteFromPrimitiveList/finalizers': ['a'], finalizers: ['c'] } },
      ),
    ).toEqual({ metadata: { finalizers: ['c', 'b'] } });
    const env = [{ name: 'X' }, { name: 'Y' }];
    expect(
      strategicMergePatch(
        { env },
        { env: [{ name: 'Z' }], '$setElementOrder/env': [{ name: 'Z' }, { name: 'Y' }, { name: 'X' }] },
      ),
    ).toEqual({ env: [{ name: 'Z' }, { name: 'Y' }, { name: 'X' }] });
  });

  test('null removes, and the inputs stay as they were', () => {
    const before = structuredClone(pod);
    expect(strategicMergePatch({ data: { a: '1', b: '2' } }, { data: { a: null } })).toEqual({
      data: { b: '2' },
    });
    strategicMergePatch(pod, { spec: { containers: [{ name: 'agent', image: 'a:2' }], volumes: null } });
    expect(pod).toEqual(before);
  });
});
