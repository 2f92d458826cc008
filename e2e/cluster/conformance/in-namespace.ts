import { beforeAll } from 'vitest';
import type { Server } from './server-under-test';

const coreKinds = ['configmaps', 'pods', 'services'] as const;
const groups = {
  leases: 'coordination.k8s.io/v1',
  daemonsets: 'apps/v1',
  controllerrevisions: 'apps/v1',
  ciliumnodeconfigs: 'cilium.io/v2',
} as const;

type Plural = (typeof coreKinds)[number] | keyof typeof groups;

const isCore = (plural: Plural): plural is (typeof coreKinds)[number] =>
  coreKinds.some((known) => known === plural);

/** The path of a collection in a namespace. */
export function pathOf(plural: Plural, namespace: string): string {
  const root = isCore(plural) ? '/api/v1' : `/apis/${groups[plural]}`;
  return `${root}/namespaces/${namespace}/${plural}`;
}

/** Makes a namespace before the tests of a group and gives the paths in it. */
export function inNamespace(server: Server, namespace: string): (plural: Plural) => string {
  beforeAll(async () => {
    const { code, text } = await server()
      .api('admin')
      .post('/api/v1/namespaces', {
        metadata: { name: namespace },
      });
    if (code !== 201) throw new Error(`No namespace ${namespace}: ${text}`);
  });
  return (plural) => pathOf(plural, namespace);
}
