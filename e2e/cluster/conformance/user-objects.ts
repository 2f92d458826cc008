import type { KubeObject } from '@/lib/server/training/agent-contract';
import { users } from './server-under-test';

const rbac = 'rbac.authorization.k8s.io';
const read = ['get', 'list', 'watch'];

const readRules = [
  {
    verbs: read,
    apiGroups: [''],
    resources: ['namespaces', 'nodes', 'pods', 'pods/log', 'services', 'configmaps', 'events'],
  },
  {
    verbs: read,
    apiGroups: ['apps', 'discovery.k8s.io', 'coordination.k8s.io', 'cilium.io'],
    resources: ['*'],
  },
];

function clusterRole(name: string, rules: object[], subject: object): KubeObject[] {
  return [
    { apiVersion: `${rbac}/v1`, kind: 'ClusterRole', metadata: { name }, rules },
    {
      apiVersion: `${rbac}/v1`,
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: { apiGroup: rbac, kind: 'ClusterRole', name },
      subjects: [subject],
    },
  ];
}

/** What makes the users of the suite, on a real API server, who they are on the training server by its own table. */
export const userObjects: readonly KubeObject[] = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'kpr-explorer' } },
  {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name: 'kpr-explorer', namespace: 'kpr-explorer' },
  },
  ...clusterRole('conformance-viewer', readRules, { apiGroup: rbac, kind: 'User', name: users.viewer }),
  ...clusterRole(
    'conformance-reader',
    [...readRules, { verbs: ['get', 'create'], apiGroups: [''], resources: ['pods/exec'] }],
    { kind: 'ServiceAccount', name: 'kpr-explorer', namespace: 'kpr-explorer' },
  ),
];
